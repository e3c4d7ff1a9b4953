import { type Block, blocksOf, isProse } from '../blocks.ts';
import { lettersOf } from '../letters.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';

/** Labels of source, byline, picture, tags and rights: wherever they begin a line, it is no part of the story. */
const LABELS = phraseTable(`
  # European
  source: | sources: | photo: | photos: | photo by | photo credit | image: | image credit | images: | picture: | credit: |
  credits: | © | (c) | copyright | all rights reserved | tags: | tagged | filed under | categories: | topics: | reading time |
  estimated reading | posted in | posted by | media contact | press contact | release date | keywords: | last modified |
  last updated | reporting by | autor: | autorin: | foto: | fotos: | bild: | bilder: | titelbild | beitragsbild | bildquelle |
  bildnachweis | quelle: | quellen: | abbildung: | schlagwörter | schlagworte | stichworte | kategorie: | kategorien: |
  lesezeit | pressekontakt | der beitrag wurde | dieser beitrag wurde | dieser text wurde | dieser eintrag wurde | source : | crédit photo |
  crédits photo | crédits photos | photo : | fuente: | fonte: | źródło | fot. | bron: | kilde: | källa: | lähde: | источник: | фото: |
  tempo de leitura | tiempo de lectura | temps de lecture
  # Chinese
  来源： | 来源: | 来源 | 本文来源 | 文章来源 | 信息来源 | 图片来源 | 图片来自 | 图源 | 图为 | 原标题 | 标题： | 责任编辑 | 责编 | 编辑： |
  编辑: | 编辑/ | 校对 | 审核： | 值班 | 监制 | 主编： | 作者： | 作者: | 记者： | 文/ | 文丨 | 图/ | 图： | 撰文 | 采写 | 摄影 | 供图 |
  视频截图 | 原创： | 发布时间 | 发布于 | 更新时间 | 版权 | 免责声明 | 声明： | 特别声明 | 郑重声明 | 以上内容 | 本文为转载 | 本文仅代表 |
  本文系 | 本文首发 | 关键词 | 文章关键词 | 标签： | 原文链接 | 本文链接 | notice: | 來源： | 責任編輯 | 責編 | 編輯： | 原標題 | 圖片來源 | 圖／ |
  圖/ | 資料來源 | 關鍵字 | 文／
  # Japanese, Korean
  出典： | 提供： | 写真： | 撮影： | 文＝ | 構成＝ | 編集： | 最終更新 | 著作権 | 無断転載 | タグ： | キーワード： | 사진= | 사진제공 | 출처 | 저작권자 |
  무단전재 | [사진 | 글= | ⓒ
`);

/** Openings that say so only in the head and the tail of the story: in its midst they begin sentences. */
const OPENINGS = phraseTable(`
  by | written by | posted | published | updated | first published | edited by | tags | category | topics | von | autor | text: |
  quelle | veröffentlicht | veröffentlichung | aktualisiert | stand: | stand des | erstellt | kategorie | datum: | kontakt: |
  interview | par | publié | mis à jour | por | publicado | actualizado | di | opublikowano | автор | this story was |
  this article | this post was | this report was | alle angaben | 文 | 图 | 编辑 | 作者 | 时间 | 栏目 | 分类 | 本文 | 记者 | 記者 |
  編輯 | 更新 | 取材 | 撮影 | 기자 | 입력 | 수정 | 등록
`);

/** Longer blocks are running text; a notice of rights may be longer. */
const LABEL_LENGTH = 230;
const OPENING_LENGTH = 130;
const RIGHTS_LENGTH = 600;

/** A date, and what stands before it. */
const DATE_LINE =
  /^[\p{L}.,:|()/\s–—-]{0,40}(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}日?|\d{1,2}\.?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?\d{4}|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})/u;
const DATE_LENGTH = 70;

const TIME_LINE = /^(?:\p{L}+\s)?\d{1,2}[:.]\d{2}(?:\s?(?:uhr|am|pm|a\.m\.|p\.m\.))?(?:\s\p{L}{2,5})?$/iu;

const READING_TIME = /^\d+\s?(?:min|minutes?|minuten|minuti|минут)\b[\p{L}\s.]{0,20}$/iu;

const SENTENCE_END = /[.!?。！？][”"’»』」]?$/;

/** Byline, date, source, tags and rights where they stand as lines of the text. */
export function creditLines(root: Element, context: PassContext): void {
  const blocks = blocksOf(root).filter(({ element }) => !element.closest('pre, table'));
  const reasons = blocks.map((block) => labelReason(block));
  const isStory = (block: Block, index: number) => reasons[index] === undefined && isProse(block);
  const firstProse = blocks.findIndex(isStory);
  const lastProse = blocks.findLastIndex(isStory);
  blocks.forEach((block, index) => {
    const outside = index < firstProse || index > lastProse;
    const reason = reasons[index] ?? (outside ? edgeReason(block, context) : undefined);
    if (reason) remove(block.element, 'credit-lines', reason, context);
  });
}

function labelReason(block: Block): string | undefined {
  const label = block.heading || block.weight > RIGHTS_LENGTH ? undefined : LABELS.startOf(block.text);
  if (label === undefined) return undefined;
  const rights = /©|copyright|版权|声明|rights|notice/i.test(label);
  return rights || block.weight <= LABEL_LENGTH ? `begins "${label}"` : undefined;
}

function edgeReason(block: Block, context: PassContext): string | undefined {
  if (block.weight > OPENING_LENGTH) return undefined;
  const sentence = SENTENCE_END.test(block.text) && block.weight > 60;
  const opening = block.heading || sentence ? undefined : OPENINGS.startOf(block.text);
  if (opening !== undefined) return `begins "${opening}"`;
  if (/\d/.test(block.text)) {
    if (!sentence && block.weight < DATE_LENGTH && DATE_LINE.test(block.text)) return 'a date';
    if (TIME_LINE.test(block.text)) return 'a time';
    if (READING_TIME.test(block.text)) return 'a reading time';
  }
  const letters = lettersOf(block.text);
  return letters !== '' && context.authors.some((author) => lettersOf(author) === letters) ? 'the author' : undefined;
}
