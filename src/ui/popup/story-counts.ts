/** What a story holds, for the line above it. */
export interface StoryCounts {
  /** Words of scripts that separate them; each Han character or kana counts as one. */
  readonly length: number;
  readonly unit: 'words' | 'characters';
  readonly paragraphs: number;
  readonly images: number;
}

const IMAGE = /!\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g;
const LINK_TARGET = /\]\([^)\s]*(?:\s"[^"]*")?\)/g;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Blocks that are not running text: headings, fences, rules, tables, comments and raw blocks. */
const NOT_RUNNING_TEXT = /^(?:#{1,6}\s|```|~~~|\||<|(?:[-*_]\s*){3,}$)/;

/** Counts a story by its Markdown, in one pass over each block. */
export function countStory(markdown: string): StoryCounts {
  const images = markdown.match(IMAGE)?.length ?? 0;
  const text = markdown.replace(IMAGE, '').replace(LINK_TARGET, ']');
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim());
  const paragraphs = blocks.filter((block) => !NOT_RUNNING_TEXT.test(block) && /[\p{L}\p{N}]/u.test(block)).length;
  const characters = text.match(HAN_OR_KANA)?.length ?? 0;
  const words = text.replace(HAN_OR_KANA, ' ').match(WORD)?.length ?? 0;
  return {
    length: characters + words,
    unit: characters > words ? 'characters' : 'words',
    paragraphs,
    images,
  };
}
