import { type Block, blocksOf } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable, wordPattern } from '../phrases.ts';

/** How a call to subscribe, follow, join, donate, comment or buy begins, by language. */
const PROMO_STARTS = phraseTable(`
  # English
  subscribe | sign up | join our | join us | get our | get the | get breaking | get daily | follow us | follow the | follow our |
  follow @ | like us | download our | download the | click here | click the | click to | support our | support us |
  become a | already a | for more | for the latest | to read more | to subscribe | to view | stay up to date | stay informed |
  keep up with | never miss | want more | want to | do you | have a tip | got a tip | send us | email us | contact us |
  let us know | tell us | share this | share your | what do you think | leave a comment | start your | there's plenty |
  help us | donate | thank you for reading | thanks for reading | buy now | whatsapp | you can keep | you can follow |
  this post contains | this post may | this article contains | this article may | some posts on | we may earn | if you buy |
  disclosure | disclaimer | first-time | add us | watch live | tune in | advertisement | story continues | article continues |
  continue reading | media playback | your browser | please enable | you need to enable | loading | let our news | log in |
  register | back to top | print this | the views | the opinions | opinions expressed | views expressed | your content is
  # German
  abonnieren sie | abonniere | jetzt | melden sie sich | melde dich | folgen sie | folge uns | folgt uns | besuchen sie uns |
  newsletter | der newsletter | unser newsletter | ihnen gefällt | gefällt dir | gefällt ihnen | hat dir | hat ihnen |
  teilen sie | teile diesen | artikel teilen | artikel drucken | unterstützen sie | unterstütze uns | spenden sie | haben sie |
  hinterlasse | schreib uns | schreiben sie | verraten sie | kommentieren | kommentar | kommentare | keine kommentare |
  sie müssen | sie sind | du musst | anzeige | werbung | *werbung | hinweis: | transparenz | dieser artikel enthält |
  dieser beitrag enthält | diese website | keine lust | kennst du schon | kennt ihr schon | bleiben sie | bleib | zurück |
  nach oben | drucken | wir respektieren | hier können sie | hier kannst du | klicken sie | alle angaben | die redaktion |
  dein browser | ihr browser | lade für ein
  # Romance
  abonnez-vous | inscrivez-vous | suivez | s'abonner | recevez | partagez | partager | soutenez | publicité | suscríbete |
  síguenos | sigue | únete | recibe | descarga | comparte | hazte | apoya | hacemos periodismo | tú también puedes | regístrate |
  publicidad | si te gustó | valora esta | ya sabías que | mira lo que | con información de | inscreva-se | assine | siga |
  receba | compartilhe | clique aqui | iscriviti | seguici | condividi | abbonati
  # Polish, Russian, Dutch, Nordic
  zapraszamy | zapisz się | subskrybuj | śledź nas | drukuj | udostępnij | reklama | подписывайтесь | подпишитесь |
  подписаться | поделиться | реклама | volg ons | abonneer | meld je aan | følg oss | följ oss
  # Chinese, Japanese, Korean
  扫码 | 扫描 | 扫一扫 | 长按 | 关注 | 欢迎关注 | 请关注 | 微信 | 用微信 | 官方微信 | 下载 | 打开app | 打开微信 | 安装 | 欢迎订阅 |
  欢迎投稿 | 转载请 | 未经授权 | 如需转载 | 分享到 | 分享至 | 点赞 | 在看 | 我要评论 | 网友评论 | 广告 | 商务合作 | 举报 | 返回 |
  上一篇 | 下一篇 | 自动播放 | 訂閱 | 追蹤 | 加入會員 | 按讚 | 請繼續往下閱讀 | シェア | ツイート | フォロー | 会員登録 | ログイン |
  この記事は | 残り | 広告 | 【pr | 구독 | 좋아요 | 공유 | 댓글 | 무단전재 | 저작권자
`);

/** Words, by their stems, that make a block beginning so a call rather than a sentence of the story. */
const PROMO_WORDS = wordPattern(`
  newsletter subscri sign.up inbox follow facebook twitter instagram youtube whatsapp telegram podcast patreon app.store
  google.play here\\b hier\\b aquí click klick free\\b kostenlos gratis e-?mail alert update comment kommentar donat affiliate
  commission advert werbung abonn suscri subskr member miembro tips?\\b stories coverage forum copyright authors?\\b letters?\\b
  account registriert eingeloggt browser cookie links?\\b teilen social latest news\\b pdf\\b shop\\b responsible reflect opinion
  gratuit canal beneficios
`);

/** Language that has no spaces: the opening alone says it. */
const CJK_START = /^[^\p{L}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Where there is no character of East Asia (or beyond the basic plane), there is no such opening. */
const MAYBE_CJK = /[\u1100-\u1fff\u2e80-\uffff]/;

/** A longer block is running text. */
const LONGEST = 420;
const LABEL = 40;
const CJK_CALL = 160;

/** Calls to subscribe, follow, share, comment, donate or buy; notices of that kind; bare labels of tools. */
export function promoLines(root: Element, context: PassContext): void {
  for (const block of blocksOf(root)) {
    if (block.weight > LONGEST || block.element.closest('pre, table, blockquote, ol')) continue;
    const start = PROMO_STARTS.startOf(block.text);
    if (start === undefined) continue;
    if (isCall(block)) remove(block.element, 'promo-lines', `begins "${start}"`, context);
  }
}

/** Of the blocks that begin so: a bare label, or more with a word of that kind. */
function isCall({ text, weight, heading }: Block): boolean {
  if (MAYBE_CJK.test(text) && CJK_START.test(text)) return weight <= CJK_CALL;
  if (PROMO_WORDS.test(text)) return true;
  return weight <= LABEL && (heading || !/[.!?]$/.test(text));
}
