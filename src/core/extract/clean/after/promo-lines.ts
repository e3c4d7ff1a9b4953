import { blocksOf } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';

/** How a call to subscribe, follow, join, donate, comment or buy begins, by language. */
const PROMO_STARTS = phraseTable(`
  # English
  subscribe | sign up | join our | join the | join us | get our | get the latest | get breaking | get daily |
  get more | get the | follow us | follow the | follow @ | like us | find us | download our | download the |
  click here | click to | click the | support our | support us | become a member | become a subscriber |
  become a patron | already a subscriber | for the latest | for more | to read more | to subscribe |
  to view the full | stay up to date | stay informed | stay tuned | stay connected | keep up with |
  never miss | want more | want to | do you want | do you have | have a tip | have something | got a tip |
  got a story | send us | email us | contact us | contact the | let us know | tell us | share your |
  share this | share on | share with | we want to hear | we’d love | what do you think | leave a comment |
  comment below | sound off | media playback | your browser | please enable | you need to enable | dein browser | ihr browser | start your free | start your day | there’s plenty more | there's plenty more |
  the stories you need | our journalism | help us | make a donation | donate | thank you for reading |
  thanks for reading | pin it | pin this | buy now | order now | read more at | whatsapp | you can keep up |
  you can follow | you can subscribe | this post may contain | this post contains | this article contains |
  this article may contain | some posts on | we may earn | if you buy | when you buy | disclosure |
  disclaimer | affiliate | first-time subscribers | first time subscribers | if you’re seeing this | add us |
  watch live | watch us | tune in | advertisement | story continues | article continues | continue reading |
  loading | enlarge | image via | let our news | get news | be the first | the most important | sponsored |
  today’s | need help | already have | log in | login | register | create an account | skip to | back to top |
  go to top | print this | email this | tweet this | your content is | the views expressed |
  the opinions expressed | opinions expressed | views expressed
  # German
  abonnieren sie | abonniere | jetzt abonnieren | jetzt anmelden | jetzt newsletter | jetzt kostenlos |
  jetzt testen | jetzt registrieren | jetzt lesen | melden sie sich | melde dich | folgen sie | folge uns |
  folgt uns | besuchen sie uns | besuche uns | newsletter | der newsletter | unser newsletter |
  unseren newsletter | ihnen gefällt | gefällt dir | gefällt ihnen | hat dir der | hat ihnen der | hat euch |
  teilen sie | teile diesen | teile den | artikel teilen | artikel drucken | beitrag teilen | diesen artikel |
  diesen beitrag | unterstützen sie | unterstütze uns | unterstützt uns | spenden sie | jetzt spenden |
  haben sie fragen | hast du fragen | haben sie | hinterlasse | schreib uns | schreiben sie uns |
  schreiben sie | schreibt | verrate | verraten sie | kommentieren | kommentar schreiben |
  kommentar verfassen | kommentare | keine kommentare | sie müssen | sie sind | du musst | anzeige |
  - anzeige | werbung | *werbung | advertorial | hinweis: | transparenz | dieser artikel enthält |
  dieser beitrag enthält | diese website | keine lust | kennst du schon | kennt ihr schon | bleiben sie |
  bleib | zur startseite | zurück | nach oben | drucken | seite drucken | per e-mail | pin it | merken |
  auf pinterest | wir respektieren | hier können sie | hier kannst du | hier klicken | klicken sie |
  alle angaben ohne gewähr | die redaktion | dir gefällt | gib uns | bewerten sie | bewerte |
  dieser text wurde | nichts mehr verpassen | verpasse
  # French
  abonnez-vous | inscrivez-vous | suivez-nous | suivez | s’abonner | s'abonner | recevez | partagez |
  partager | cet article vous | faites un don | soutenez | publicité | crédits photos | crédit photo |
  cliquez | téléchargez
  # Spanish, Portuguese, Italian
  suscríbete | suscribite | suscríbase | síguenos | síganos | seguinos | sigue a | sigue nuestro | sigue toda |
  únete | recibe | recibí | descarga | comparte | compartir | hazte | hacete | apoya | haz clic | haga clic |
  hacemos periodismo | tú también puedes | regístrate | publicidad | anuncio | inicia sesión | si te gustó |
  si te interesa | no olvides | valora esta | contáctanos | puedes seguir | ya sabías que | mira lo que |
  ingresa | con información de | inscreva-se | assine | siga | siga-nos | receba | compartilhe | clique aqui |
  curta | participe | baixe | publicidade | iscriviti | seguici | segui | condividi | abbonati | scarica |
  clicca qui | pubblicità | resta aggiornato
  # Polish, Russian, Dutch, Nordic
  zapraszamy | zapisz się | subskrybuj | obserwuj nas | śledź nas | polub nas | drukuj | udostępnij | dołącz |
  wesprzyj | reklama | kup | подписывайтесь | подпишитесь | подписаться | поделиться | присоединяйтесь |
  реклама | следите за | мнение автора | volg ons | abonneer | meld je aan | schrijf je in | advertentie |
  følg oss | prenumerera | följ oss | tilaa
  # Chinese, Japanese, Korean
  扫码 | 用微信 | 自动播放 | 安装新浪 | 专注 | 扫描 | 扫一扫 | 长按 | 关注我们 | 关注公众号 | 欢迎关注 | 请关注 | 点击关注 | 微信公众号 | 微信号 | 官方微信 | 下载客户端 | 下载app | 打开app | 打开微信 |
  更多精彩 | 更多资讯 | 欢迎订阅 | 欢迎投稿 | 投稿 | 加入 | 转载请 | 未经授权 | 如需转载 | 分享到 | 分享至 | 点赞 | 在看 | 评论 | 我要评论 | 网友评论 | 我来说两句 |
  广告 | 商务合作 | 合作联系 | 联系电话 | 联系邮箱 | 举报 | 返回 | 上一篇 | 下一篇 | 訂閱 | 追蹤 | 加入會員 | 按讚 | 立即下載 | 點我 | 點擊 | 看原文 | 更多鏡週刊 |
  歡迎 | 請繼續往下閱讀 | シェア | ツイート | フォロー | 会員登録 | ログイン | 無料会員 | この記事は有料 | 残り | 広告 | 【pr】 | pr: | 画像を拡大 | 写真を拡大 |
  コメント | 구독 | 좋아요 | 공유 | 댓글 | 무단전재 | 무단 전재 | 저작권자 | 네이버에서 | 카카오톡 | ▶ | 페이스북
`);

/** Words that make a short block beginning so a call rather than a sentence of the story. */
const PROMO_WORDS = phraseTable(`
  newsletter | newsletters | subscribe | subscription | subscriber | subscribers | sign up | inbox |
  follow us | facebook | twitter | instagram | youtube | whatsapp | telegram | pinterest | podcast | patreon |
  our app | the app | app store | google play | here | hier | aquí | click | klick | free | kostenlos |
  gratis | e-mail | email | alerts | updates | comment | comments | kommentar | kommentare | kommentaren |
  donation | donate | affiliate | commission | advertisement | werbung | abonnieren | abo | canal |
  redes sociales | suscríbete | suscripción | subskrypcji | membership | member | miembro | tip | tips |
  stories | coverage | beneficios | forum | forums | copyright | authors | author | letters | letter |
  account | registriert | einloggen | eingeloggt | browser | cookies | link | links | teilen | social media |
  linkedin | latest | news | pdf | shop | app | responsible | reflect | views | opinion
`);

/** Language that has no spaces: the opening alone says it. */
const CJK_START = /^[^\p{L}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A longer block is running text. */
const LONGEST = 420;
const LABEL = 40;

/** Calls to subscribe, follow, share, comment, donate or buy; notices of that kind; bare labels of tools. */
export function promoLines(root: Element, context: PassContext): void {
  for (const block of blocksOf(root)) {
    if (block.weight > LONGEST || block.element.closest('pre, table, blockquote, ol')) continue;
    const start = PROMO_STARTS.startOf(block.text);
    if (start === undefined) continue;
    const rest = block.text.slice(0, LONGEST);
    if (
      CJK_START.test(block.text) ? block.weight > 160 : block.weight > LABEL && PROMO_WORDS.within(rest) === undefined
    )
      continue;
    if (
      block.weight <= LABEL &&
      /[.!?。！？]$/.test(block.text) &&
      PROMO_WORDS.within(rest) === undefined &&
      !block.heading
    )
      continue;
    remove(block.element, 'promo-lines', `begins "${start}"`, context);
  }
}
