import { type Block, blocksOf, isProse } from '../blocks.ts';
import { type PassContext, remove } from '../pass.ts';
import { phraseTable } from '../phrases.ts';
import { lettersOf } from './headline.ts';

/** How a line begins that says who wrote, photographed, published or owns, by language. */
const CREDIT_STARTS = phraseTable(`
  by | written by | posted by | posted on | posted in | posted | published by | published on | published |
  updated | last updated | last modified | first published | created | reporting by | editing by | edited by |
  additional reporting | with files from | source: | sources: | photo: | photos: | photo by | photo credit |
  image: | image credit | images: | image by | picture: | video: | credit: | credits: | copyright | © | (c) |
  all rights reserved | tags: | tags | tagged | filed under | categories | category | topics | topics: |
  reading time | estimated reading | views: | this story was | this article was | this article is |
  this post was | this report was | originally published | release date | contact: | media contact |
  press contact | slug | keywords | von | autor | autor: | autorin: | text: | foto: | fotos: | bild: |
  bilder: | titelbild | beitragsbild | bildquelle | bildnachweis | bildrechte | quelle: | quellen: | quelle |
  abbildung: | veröffentlicht | veröffentlichung | aktualisiert | stand: | erstellt | zuletzt | schlagwörter |
  schlagworte | stichworte | kategorie | kategorien | lesezeit | datum: | der beitrag wurde |
  dieser beitrag wurde | dieser eintrag wurde | über den autor | über die autorin | zum autor | zur autorin |
  ansprechpartner | pressekontakt | kontakt: | interview | par | publié | mis à jour | source : | crédit |
  crédits | photo : | por: | por  | fuente: | fotos: | foto de | publicado | actualizado | etiquetas | fonte: |
  fotografia | publicado por | di  | autore | źródło | autor tekstu | fot. | opublikowano | bron: | kilde: |
  källa: | lähde: | источник | фото: | фото | автор | 来源： | 来源: | 来源 | 本文来源 | 文章来源 | 稿件来源 | 消息来源 | 图片来源 | 图源 |
  原标题 | 标题： | 责任编辑 | 责编 | 编辑： | 编辑: | 编辑 | 编审 | 校对 | 审核 | 值班 | 监制 | 主编 | 作者： | 作者: | 作者 | 记者： | 文/ | 文／ | 文 | |
  文丨 | 文| | 图/ | 图／ | 图： | 撰文 | 采写 | 摄影 | 供图 | 视觉 | 发布时间 | 时间： | 发布于 | 更新时间 | 版权 | 免责声明 | 声明： | 特别声明 | 郑重声明 |
  重要提示 | 风险提示 | 本文为 | 本文仅 | 本文系 | 本文不 | 本文由 | 本文首发 | 本文原载 | 以上内容 | 以上仅 | 注：本文 | 关键词 | 关键字 | 标签 | 分类 | 栏目 |
  原文链接 | 原文地址 | 本文链接 | 本文地址 | notice: | 流程编辑 | 运营编辑 | 新媒体编辑 | 见习编辑 | 实习编辑 | 值班主任 | 主任编辑 | 执行编辑 | 校审 | 排版 | 來源 |
  責任編輯 | 責編 | 編輯： | 編輯 | 原標題 | 圖片來源 | 圖／ | 圖/ | 資料來源 | 標籤 | 關鍵字 | 記者 | 更新： | 文／ | 出典 | 提供： | 写真： | 撮影 | 取材 |
  文＝ | 文： | 構成 | 編集： | 記者： | 最終更新 | 公開日 | ©️ | (c) | 著作権 | 無断転載 | タグ | キーワード | 기자 | 사진 | 사진= | 출처 | 입력 | 수정 |
  등록 | 저작권 | ⓒ | 무단 | [사진 | 글= | 영상=
`);

/** Lines longer than this are running text. */
const LONGEST = 130;

/** A date, a time of day, and what stands around them. */
const DATE_LINE =
  /^[\p{L}.,:|()/\s–—-]{0,40}(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}日?|\d{1,2}\.?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?\d{4}|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})/u;

const TIME_LINE = /^(?:\p{L}+\s)?\d{1,2}[:.]\d{2}(?:\s?(?:uhr|am|pm|a\.m\.|p\.m\.))?(?:\s\p{L}{2,5})?$/iu;

const READING_TIME = /^\d+\s?(?:min|minutes?|minuten|minuti|минут)\b[\p{L}\s.]{0,20}$/iu;

/** Byline, date, source, tags and rights where they stand as lines of the text. */
export function creditLines(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const firstProse = blocks.findIndex(isProse);
  const lastProse = blocks.findLastIndex(isProse);
  blocks.forEach((block, index) => {
    if (block.element.closest('pre, table') || !root.contains(block.element)) return;
    const zone = index < firstProse ? 'head' : index > lastProse ? 'tail' : 'body';
    const reason = creditReason(block, zone, context);
    if (reason) remove(block.element, 'credit-lines', reason, context);
  });
}

function creditReason(block: Block, zone: 'head' | 'body' | 'tail', context: PassContext): string | undefined {
  if (block.weight > (zone === 'body' ? LONGEST / 2 : LONGEST * 2)) return undefined;
  const start = CREDIT_STARTS.startOf(block.text);
  const sentence = /[.!?。！？][”"’»』」]?$/.test(block.text) && block.weight > 60;
  if (start !== undefined && !block.heading && !(sentence && zone === 'body')) {
    if (block.weight <= LONGEST || /©|copyright|版权|声明|all rights/i.test(start)) return `begins "${start}"`;
  }
  if (block.weight <= LONGEST && zone !== 'body') {
    if (DATE_LINE.test(block.text) && block.weight < 70 && !sentence) return 'a date';
    if (TIME_LINE.test(block.text)) return 'a time';
    if (READING_TIME.test(block.text)) return 'a reading time';
    const letters = lettersOf(block.text);
    if (context.authors.some((author) => lettersOf(author) !== '' && lettersOf(author) === letters))
      return 'the author';
  }
  return undefined;
}
