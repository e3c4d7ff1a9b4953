import { type Block, blocksOf, isProse, readBlock } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';

/** What stands before a way to another story, by language. */
const RELATED_PHRASES = phraseTable(`
  # English
  related | read more | read also | read our | read next | read the full | read: | also read | see also | see more | more: |
  more on | more about | more from | more great | more stories | further reading | watch: | listen: | you may also |
  you might also | recommended | don't miss | check out | next: | next story | popular | click here | learn more
  # German
  lesen sie | lest auch | lies auch | auch interessant | das könnte | mehr zu | mehr zum | mehr lesen | mehr infos | weitere |
  weiterführende | weiterführender | weiterlesen | zum weiterlesen | zum thema | siehe auch | ähnliche | passend dazu |
  schon gelesen | entdecke weitere | verwandte | empfehlungen | hintergrund: | bildergalerie | video: | weiter zu | zusatzinformationen
  # French, Spanish, Portuguese, Italian
  lire aussi | à lire | lire la suite | voir aussi | en savoir plus | sur le même | lea | lee | leer | mira: | mire: |
  vea también | ver más | te puede | le puede | puede interesar | puedes | también | además: | noticias relacionadas | leia |
  veja | saiba mais | leggi | vedi anche | potrebbe interessarti | per approfondire
  # Polish, Dutch, Nordic, Russian, Turkish, Indonesian
  czytaj | zobacz | przeczytaj | polecamy | lees ook | lees meer | les også | läs | læs | lue myös | lue lisää | читайте |
  читать | смотрите | по теме | подробнее | ayrıca | baca juga | lihat juga
  # Chinese, Japanese, Korean
  延伸 | 相关 | 相關 | 推荐 | 推薦 | 更多 | 阅读更多 | 閱讀更多 | 点击 | 點擊 | 查看更多 | 进入专题 | 热门 | 往期 | 阅读原文 |
  関連 | あわせて | こちらも | 続きを読む | 人気記事 | おすすめ | 관련 | 더보기 | 추천 | 많이 본
`);

/** A longer block is running text that happens to begin so. */
const LONGEST = 320;

/** A short block of these words needs no link to be recognised. */
const LABEL = 45;

/** The phrase by which a block leads to another story, if it does. */
function relatedPhrase(block: Block): string | undefined {
  if (block.weight > LONGEST) return undefined;
  const leads =
    block.linkShare >= 0.3 ||
    block.heading ||
    (block.weight <= LABEL && /[:：]$|^[^.!?。！？]*$/.test(block.text)) ||
    isShouted(block.text);
  return leads ? RELATED_PHRASES.startOf(block.text) : undefined;
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
    const phrase = block && root.contains(block.element) ? relatedPhrase(block) : undefined;
    if (!block || phrase === undefined) continue;
    remove(block.element, 'related-lines', `begins "${phrase}"`, context);
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
