import { type Block, blocksOf, isProse, readBlock } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';

/** What stands before a way to another story, by language. */
const RELATED_PHRASES = phraseTable(`
  # English
  related: | related stories | related articles | related content | related coverage | related news |
  related posts | related links | related reading | related story | related article | related video |
  related topics | read more | read also | read next | read this | read on | read the full | read our | read: |
  also read | also see | see also | see more | see: | see related | more: | more on this | more from |
  more about | more on | more stories | more news | more great | more coverage | further reading |
  further information | watch: | watch also | watch now | watch more | watch the | listen: | listen to |
  you may also like | you might also like | you might like | you may like | recommended | don’t miss |
  don't miss | check out | up next | next: | next story | trending | most read | popular | editor’s picks |
  editors' picks | click here | in case you missed it | explore more | must read | must-read | learn more |
  here are more | follow our | full coverage
  # German
  lesen sie auch | lesen sie dazu | lesen sie hier | lesen sie mehr | lesen sie weiter | lest auch |
  lies auch | lesetipp | auch interessant | auch lesenswert | das könnte | mehr zum thema | mehr dazu |
  mehr lesen | mehr infos | mehr zu | mehr aus | mehr über | mehr auf | mehr artikel | mehr von |
  weitere artikel | weitere beiträge | weitere informationen | weitere infos | weitere themen |
  weitere nachrichten | weitere links | weiterlesen | weiterführende | weiterführender link | zum weiterlesen |
  zum thema | zusatzinformationen | siehe auch | ähnliche artikel | ähnliche beiträge | ähnliche themen |
  passend dazu | dazu auch | hier geht es zu | hier geht’s | hier geht's | hier findest du | schon gelesen |
  entdecke weitere | meistgelesen | verwandte | empfehlungen | unsere empfehlung | video: | podcast: |
  links zum thema | links zum artikel | interessant für sie | weiter zu | interaktiv: | alle infos |
  alle artikel | alle beiträge | alle news | hintergrund: | bildergalerie
  # French
  lire aussi | à lire aussi | à lire | lire également | voir aussi | à voir aussi | lire la suite |
  pour aller plus loin | sur le même sujet | sur le même thème | en savoir plus | découvrez aussi |
  articles liés | retrouvez | notre dossier
  # Spanish, Portuguese, Italian
  lea también | lee también | lea más | lea: | lee: | leer más | leer también | lee además | lea además |
  vea también | ve también | vea: | mira también | mira: | mire: | mira más | ver más | ver también |
  te puede interesar | le puede interesar | puede interesar | puede leer | puedes leer | puedes ver |
  también te | también puede | también lee | también lea | además: | más información | más noticias |
  más sobre | noticias relacionadas | notas relacionadas | temas relacionados | sigue leyendo | no te pierdas |
  relacionado: | relacionadas | entérate | leia também | leia mais | veja também | veja mais | saiba mais |
  confira também | leia ainda | assista | notícias relacionadas | leggi anche | leggi tutto | leggi di più |
  vedi anche | potrebbe interessarti | ti potrebbe interessare | per approfondire | articoli correlati |
  guarda anche | approfondimenti
  # Polish, Dutch, Nordic, Russian, Turkish, Indonesian
  czytaj też | czytaj także | czytaj więcej | czytaj również | przeczytaj | zobacz też | zobacz także |
  zobacz również | zobacz więcej | polecamy | więcej na temat | powiązane | lees ook | lees meer |
  lees verder | bekijk ook | meer over | les også | les mer | läs också | läs mer | læs også | lue myös |
  lue lisää | читайте также | читать также | смотрите также | по теме | ещё по теме | читать далее |
  подробнее | похожие | материалы по теме | ayrıca | i̇lgili haber | baca juga | simak juga | lihat juga |
  artikel terkait | berita terkait
  # Chinese, Japanese, Korean
  延伸阅读 | 延伸閱讀 | 相关阅读 | 相關閱讀 | 相关新闻 | 相關新聞 | 相关报道 | 相關報導 | 相关链接 | 相关文章 | 相關文章 | 推荐阅读 | 推薦閱讀 | 更多阅读 | 更多新闻 |
  更多内容 | 更多精彩 | 阅读更多 | 閱讀更多 | 点击查看 | 点击阅读 | 点击进入 | 点此 | 查看更多 | 进入专题 | 专题： | 猜你喜欢 | 热门推荐 | 热点新闻 | 精彩推荐 | 看更多 |
  更多報導 | 往期 | 阅读原文 | 扩展阅读 | 参考阅读 | 参考消息网 | 热文 | 热门文章 | 関連記事 | 関連リンク | 関連ニュース | あわせて読みたい | 合わせて読みたい | こちらもおすすめ |
  【関連 | 続きを読む | 人気記事 | おすすめ記事 | 次の記事 | 前の記事 | 関連キーワード | 関連トピックス | 관련기사 | 관련 기사 | 관련뉴스 | [관련기사 | 더보기 | 주요기사 |
  추천기사 | 많이 본
`);

/** A longer block is running text that happens to begin so. */
const LONGEST = 320;

/** A short block of these words needs no link to be recognised. */
const LABEL = 45;

function isRelated(block: Block): boolean {
  if (block.weight > LONGEST || RELATED_PHRASES.startOf(block.text) === undefined) return false;
  return (
    block.linkShare >= 0.3 ||
    block.heading ||
    (block.weight <= LABEL && /[:：]$|^[^.!?。！？]*$/.test(block.text)) ||
    isShouted(block.text)
  );
}

/** `LEA TAMBIÉN: …`, `READ MORE: …`: the phrase in capitals with a colon is a label even where its link is lost. */
function isShouted(text: string): boolean {
  const label = /^([^:：]{3,30})[:：]/.exec(text)?.[1];
  return label !== undefined && label === label.toUpperCase() && label !== label.toLowerCase();
}

/** Lines that lead to other stories, and the links that follow a heading of that kind. */
export function relatedLines(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || !root.contains(block.element) || !isRelated(block)) continue;
    remove(block.element, 'related-lines', 'begins like a way to another story', context);
    if (block.linkShare >= 0.3 && !block.heading) continue;
    for (let next = blocks[i + 1]; next && leadsOn(next); next = blocks[i + 1]) {
      remove(next.element, 'related-lines', 'link below such a line', context);
      i++;
    }
  }
}

/** A link below a label: a block of little else, or an item of a list whose items hold links. */
function leadsOn(block: Block): boolean {
  if (block.linkShare >= 0.6) return !isProse(block);
  const list = block.element.tagName === 'LI' ? block.element.parentElement : null;
  return list !== null && readBlock(list).linkShare >= 0.25;
}
