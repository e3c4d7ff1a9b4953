import { KOREAN_TITLES, OTHER_LABELS, OUTLET_ENDINGS, SURNAMES, WRITER_LABELS } from './east-asian-words.ts';

/** Names found in a line, with how sure the line makes it: 3 said outright, 2 in a bracket or behind an office, 1 guessed. */
export interface EastAsianByline {
  readonly names: readonly string[];
  readonly sureness: 1 | 2 | 3;
}

const MAX_LINE = 4_000;
const SIGN = /[:：/／|｜＝=]/;
const SPACE = /[\s\u3000]/;
const NAME_SEPARATOR = /[\s\u3000、，,/／&＆]/;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〇]/u;
const HANGUL_NAME = /^[가-힣]{2,4}$/;
const OPENING = '（(【[〔「';
const CLOSING = '）)】]〕」';
const PLACE_AND_WIRE = /(?:[电電讯訊]|报道|報導|報道)$/;

/**
 * The writers that a line of a Chinese, Japanese or Korean story names: `（记者 ○○○）`, `文／○○`, `采写：南都记者 ○○○ ○○○`,
 * `【○○报 ○○】`, `記者○○○／台北報導`, `○○○ 기자`, and a bare name in brackets at the end of a paragraph.
 */
export function readEastAsianByline(line: string): EastAsianByline | undefined {
  if (line.length > MAX_LINE) return undefined;
  return readLabelled(line) ?? readBracketedOutlet(line) ?? readKorean(line) ?? readClosingName(line);
}

function readLabelled(line: string): EastAsianByline | undefined {
  for (const label of WRITER_LABELS) {
    for (let at = line.indexOf(label); at !== -1; at = line.indexOf(label, at + label.length)) {
      const end = at + label.length;
      if (!startsLabel(line, at, label)) continue;
      const names = namesAfter(line, end, label);
      if (names.length === 0) continue;
      const isBracketed = isInBracket(line, at);
      const isSigned = SIGN.test(line.charAt(end)) && at < 40;
      if (isSigned || isBracketed || line.length < 60 || isAtEnd(line, at))
        return { names, sureness: isSigned ? 3 : 2 };
    }
  }
  return undefined;
}

/** 文 and 作者 are parts of many words: they count at the start of a line or bracket, or behind a space or closing sign. */
function startsLabel(line: string, at: number, label: string): boolean {
  const before = line.charAt(at - 1);
  if (before === '' || SPACE.test(before) || OPENING.includes(before) || '》】」|｜/／、：:。 '.includes(before))
    return true;
  if (label.length < 2 || label === '文字' || label === '图文') return false;
  if (isInBracket(line, at)) return true;
  const lead = line.slice(Math.max(0, at - 6), at);
  return (
    OUTLET_ENDINGS.some((ending) => lead.endsWith(ending)) ||
    (label.endsWith('者') && EAST_ASIAN.test(before) && lead.length < 6)
  );
}

function isInBracket(line: string, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 20); back -= 1) {
    if (CLOSING.includes(line.charAt(back))) return false;
    if (OPENING.includes(line.charAt(back))) return true;
  }
  return false;
}

/** The last words of a paragraph: `…。新京报记者 陆一夫 编辑 刘晓阳`. */
function isAtEnd(line: string, at: number): boolean {
  return line.length - at < 40 && /[。！？.”」]\S{0,10}$/u.test(line.slice(Math.max(0, at - 12), at));
}

/** Names from an offset on, up to what is no name. Words between label and name that are an office are passed over. */
function namesAfter(line: string, from: number, label: string): string[] {
  const next = line.charAt(from);
  const isGlued = !SIGN.test(next) && !SPACE.test(next);
  if (isGlued && (label === '文' || label === '作者')) return [];
  const rest = line.slice(from, from + 120).replace(/^[\s\u3000:：/／|｜＝=]+/, '');
  if (isGlued) return gluedName(rest);
  const names: string[] = [];
  for (const run of runsOf(rest)) {
    const inner = WRITER_LABELS.find((word) => run.text.endsWith(word) && word.length > 1);
    if (inner !== undefined || (isOutlet(run.text) && names.length === 0)) continue;
    if (OTHER_LABELS.some((word) => run.text.startsWith(word)) || !isPersonName(run.text, label)) break;
    names.push(run.text);
    if (run.closes) break;
  }
  return joinSplitNames(names);
}

/** `陳小明／台北報導`, `陳小明台北5日電`: the name follows its label without a space. */
function gluedName(rest: string): string[] {
  const [first] = runsOf(rest);
  if (!first || !SURNAMES.has(first.text.charAt(0))) return [];
  if (first.text.length <= 3)
    return first.closes || /^[／/、）)】〕]/.test(rest.slice(first.text.length)) ? [first.text] : [];
  const bracket = rest.slice(0, 30).split(/[）)】〕]/)[0] ?? '';
  return PLACE_AND_WIRE.test(bracket) ? [first.text.slice(0, 3)] : [];
}

interface Run {
  readonly text: string;
  /** A bracket or full stop ends the byline behind it. */
  readonly closes: boolean;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let current = '';
  for (const character of text) {
    const closes = CLOSING.includes(character) || '。;；\n（('.includes(character);
    if (closes || NAME_SEPARATOR.test(character)) {
      if (current !== '') runs.push({ text: current, closes });
      current = '';
      if (closes) return runs;
    } else {
      current += character;
    }
  }
  if (current !== '') runs.push({ text: current, closes: true });
  return runs;
}

function isPersonName(text: string, label: string): boolean {
  const isEastAsian = [...text].every((character) => EAST_ASIAN.test(character) || '·・•'.includes(character));
  if (!isEastAsian)
    return label !== '文' && /^[\p{L}\d_.-]{2,20}$/u.test(text) && !/^\d+$/.test(text) && !EAST_ASIAN.test(text);
  const length = [...text].length;
  if (isOutlet(text) || /[的是了这摄攝]/.test(text)) return false;
  if (text.includes('·') || text.includes('・') || text.includes('•')) return length <= 16;
  return length <= 4 || (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && length <= 9);
}

function isOutlet(text: string): boolean {
  return OUTLET_ENDINGS.some((ending) => text.endsWith(ending) && text !== ending) || OUTLET_ENDINGS.includes(text);
}

/** Names of two characters are at times spaced to the width of three: `刘 会` → 刘会. */
function joinSplitNames(names: readonly string[]): string[] {
  const joined: string[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last?.length === 1 && name.length === 1) joined[joined.length - 1] = last + name;
    else joined.push(name);
  }
  return joined.filter((name) => name.length > 1);
}

/** `【蓝桥日报 王小明】` at the start or end of a line. */
function readBracketedOutlet(line: string): EastAsianByline | undefined {
  for (const match of line.matchAll(/[【〔[（(]([^【】〔〕[\]（）()\n]{4,30})[】〕\]）)]/g)) {
    const at = match.index;
    if (at > 0 && at + match[0].length < line.length - 1) continue;
    const [outlet, ...rest] = (match[1] ?? '').split(/[\s\u3000]+/);
    const names = rest
      .flatMap((text) => text.split(/[、，,／/]/))
      .filter((name) => SURNAMES.has(name.charAt(0)) && isPersonName(name, '记者'));
    if (outlet && isOutlet(outlet) && names.length > 0 && names.length === rest.length) return { names, sureness: 2 };
  }
  return undefined;
}

/** `홍길동 기자`, `[서울=뉴시스] 홍길동 기자 =` */
function readKorean(line: string): EastAsianByline | undefined {
  const words = line.slice(0, 200).split(/[\s=[\]()·,/|]+/);
  const names: string[] = [];
  for (const [index, word] of words.entries()) {
    const title = KOREAN_TITLES.find(
      (ending) => word === ending || (word.endsWith(ending) && HANGUL_NAME.test(word.slice(0, -ending.length))),
    );
    if (title === undefined) continue;
    const name = word === title ? (words[index - 1] ?? '') : word.slice(0, -title.length);
    if (HANGUL_NAME.test(name) && !names.includes(name)) names.push(name);
  }
  const isByline = line.length < 80 || /^.{0,40}(?:기자|특파원)\s*=/u.test(line);
  return names.length > 0 && isByline ? { names, sureness: 2 } : undefined;
}

/** `…举行。（张巨峰）`: a name of a known surname alone in the last bracket of a paragraph. */
function readClosingName(line: string): EastAsianByline | undefined {
  const match = /[。！？”」．]\s?[（(【]([^（）()【】\s]{2,4}(?:[、\s\u3000][^（）()【】\s]{2,4}){0,3})[）)】]$/u.exec(
    line.slice(-40),
  );
  const names = (match?.[1] ?? '').split(/[、\s\u3000]/);
  return names.every((name) => SURNAMES.has(name.charAt(0)) && isPersonName(name, '记者') && name.length <= 3)
    ? { names, sureness: 1 }
    : undefined;
}
