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
/** A pattern that names the classes of letters more than once takes four times the memory when it is compiled (30 kB). */
const LETTERS = /[\p{L}\p{N}]+/gu;
/** A word in which each run of letters is written as one letter. */
const WORD = /x(?:['’.-]x)*/g;
/** Blocks that are not running text: headings, fences, rules, tables, comments and raw blocks. */
const NOT_RUNNING_TEXT = /^(?:#{1,6}\s|```|~~~|\||<|(?:[-*_]\s*){3,}$)/;

/** Counts a story by its Markdown. */
export function countStory(markdown: string): StoryCounts {
  const images = markdown.match(IMAGE)?.length ?? 0;
  const text = markdown.replace(IMAGE, '').replace(LINK_TARGET, ']');
  let [characters, words, paragraphs] = [0, 0, 0];
  for (const block of text.split(/\n\s*\n/)) {
    const ofBlock = { characters: block.match(HAN_OR_KANA)?.length ?? 0, words: countWords(block) };
    characters += ofBlock.characters;
    words += ofBlock.words;
    if (ofBlock.characters + ofBlock.words > 0 && !NOT_RUNNING_TEXT.test(block.trim())) paragraphs += 1;
  }
  return {
    length: characters + words,
    unit: characters > words ? 'characters' : 'words',
    paragraphs,
    images,
  };
}

/** The words of scripts that separate them. */
function countWords(text: string): number {
  return text.replace(HAN_OR_KANA, ' ').replace(LETTERS, 'x').match(WORD)?.length ?? 0;
}
