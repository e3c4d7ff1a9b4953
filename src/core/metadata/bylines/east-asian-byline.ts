import type { EastAsianByline } from '../../model/east-asian-byline.ts';
import { isOutlet, nameShape } from './east-asian-names.ts';
import { namesAfterLabel } from './east-asian-names-after.ts';
import { readNamesFirst } from './east-asian-names-first.ts';
import { cutRuns } from './east-asian-runs.ts';
import { KOREAN_TITLES, plainForm, WRITER_LABELS } from './east-asian-words.ts';

const MAX_LINE = 4_000;
/** Upper limit for the length of a line that holds credits only. */
const CREDIT_LINE = 60;
/** A label in front of a name at the beginning of a paragraph is nearer to it. */
const LEAD = 40;
const LONGEST_OFFICE = 15;
/** `参与采写：孙月`: others who helped; who wrote the story is named elsewhere. */
const TOOK_PART = /(?:参|參)[与與加]$/;

/** Returns whether a text has any character that a Chinese, Japanese or Korean byline is written with. */
export function hasEastAsian(text: string): boolean {
  return /[\u3040-\u9fff\uac00-\ud7a3]/.test(text);
}

/**
 * The writers that a line of a Chinese, Japanese or Korean story names: `（记者 ○○○）`, `文／○○`, `采写：南都记者 ○○○ ○○○`,
 * `【○○报 ○○】`, `記者○○○／台北報導`, `（○○ 整理）`, `○○○ 기자`, and a bare name in brackets at the end of a paragraph.
 */
export function readEastAsianByline(line: string): EastAsianByline | undefined {
  if (line.length > MAX_LINE || !hasEastAsian(line)) return undefined;
  const plain = plainForm(line);
  return readLabelled(line, plain) ?? readNamesFirst(line, plain) ?? readBracket(line, plain) ?? readKorean(plain);
}

function readLabelled(line: string, plain: string): EastAsianByline | undefined {
  for (const label of WRITER_LABELS) {
    for (let at = plain.indexOf(label); at !== -1; at = plain.indexOf(label, at + label.length)) {
      const lead = leadOf(plain, at);
      const inBracket = isInBracket(plain, at);
      if (!startsLabel(plain, at, label, lead, inBracket)) continue;
      const { names, signed } = namesAfterLabel(line, plain, at + label.length, label, inBracket);
      if (names.length === 0) continue;
      const isShort = line.length < CREDIT_LINE;
      const isSigned = signed && at < LEAD && (isShort || label !== '记者');
      if (isSigned || inBracket || isShort || isAtEnd(plain, at)) return { names, sureness: isSigned ? 3 : 2 };
    }
  }
  return undefined;
}

/** Returns the text in front of a label, up to the nearest sign: `蓝桥日报首席` of `（蓝桥日报首席记者`. */
function leadOf(plain: string, at: number): string {
  const before = plain.slice(Math.max(0, at - LONGEST_OFFICE - 1), at);
  return before.slice(before.search(/[^ (),:;|/。!?！？》”■◎●▲□★※·-]*$/));
}

/** 文 and 作者 are parts of many words: they count at the start of a line or bracket, or behind a space or a sign. */
function startsLabel(plain: string, at: number, label: string, lead: string, inBracket: boolean): boolean {
  if (lead === '') return true;
  if (TOOK_PART.test(lead)) return false;
  if (label.length < 2 || label.startsWith('文') || label.startsWith('图') || label.endsWith('主')) return false;
  if (lead.length > LONGEST_OFFICE) return false;
  return (
    inBracket || at < 6 || isOutlet(lead) || (label === '记者' && at === lead.length && plain.length < CREDIT_LINE)
  );
}

function isInBracket(plain: string, at: number): boolean {
  const lead = plain.slice(Math.max(0, at - 30), at);
  return lead.lastIndexOf('(') > lead.lastIndexOf(')');
}

/** The last words of a paragraph: `…。新京报记者 陆一夫 编辑 刘晓阳`. */
function isAtEnd(plain: string, at: number): boolean {
  return plain.length - at < LEAD && /[。!?！？.”]/.test(plain.slice(Math.max(0, at - 12), at));
}

/** `中新网蓝桥3月5日电 (` */
const DATELINE = /^[^()。]{2,24}日?[电讯] ?\(/;

/** The bracket that opens or closes a paragraph: `【蓝桥日报 王小明】`, `…举行。（张巨峰）`. */
function readBracket(line: string, plain: string): EastAsianByline | undefined {
  const dateline = DATELINE.exec(plain)?.[0].length ?? 0;
  const isOpening = plain.startsWith('(') || dateline > 0;
  const close = plain.endsWith(')') ? plain.length - 1 : isOpening ? plain.indexOf(')') : -1;
  const open = plain.lastIndexOf('(', close);
  if (close === -1 || open === -1 || close - open > 30) return undefined;
  const runs = cutRuns(line, plain, open + 1);
  const people = runs.filter((run) => nameShape(run.plain) === 'person');
  const hasOutlet = runs.length > 1 && isOutlet(runs[0]?.plain ?? '');
  const names = people.map(({ own }) => own);
  if (names.length === 0 || names.length < runs.length - (hasOutlet ? 1 : 0)) return undefined;
  if (hasOutlet || open + 1 === dateline) return { names, sureness: 2 };
  const isClosing = /[。！？!?”]\s?$/.test(plain.slice(0, open)) && names.every((name) => name.length <= 3);
  return isClosing ? { names, sureness: 1 } : undefined;
}

/** `홍길동 기자`, `[서울=뉴시스] 홍길동 기자 =` */
function readKorean(plain: string): EastAsianByline | undefined {
  if (plain.length > 80 && !/^.{0,40}(?:기자|특파원)\s?=/.test(plain)) return undefined;
  const words = plain.slice(0, 80).split(/[^가-힣]+/);
  const names = words.flatMap((word, index) => {
    const title = KOREAN_TITLES.find((ending) => word.endsWith(ending));
    if (title === undefined) return [];
    const name = word === title ? (words[index - 1] ?? '') : word.slice(0, -title.length);
    return name.length >= 2 && name.length <= 4 ? [name] : [];
  });
  return names.length > 0 ? { names, sureness: 2 } : undefined;
}
