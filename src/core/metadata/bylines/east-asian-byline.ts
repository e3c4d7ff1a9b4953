import type { EastAsianByline } from '../../model/east-asian-byline.ts';
import { KOREAN_TITLES, OTHER_LABELS, OUTLET_ENDINGS, plainForm, SURNAMES, WRITER_LABELS } from './east-asian-words.ts';

const MAX_LINE = 4_000;
const EAST_ASIAN = /^[\u3005-\u30ff\u4e00-\u9fff·]+$/;
const KANA = /[\u3040-\u30ff]/;
const PEN_NAME = /^[\w.-]{2,20}$/;
/** Characters of sentences, not of names; 摄 marks the photographer. */
const NEVER_IN_NAMES = /[的是了这摄]/;
const SIGNS = ':/|=';

/** A stretch of a line between separators, in its plain and its own form. */
interface Run {
  readonly plain: string;
  readonly own: string;
  /** A bracket or full stop ends the byline behind it. */
  readonly closes: boolean;
}

/** Whether a text has any character that a Chinese, Japanese or Korean byline is written with. */
export function hasEastAsian(text: string): boolean {
  return /[\u3040-\u9fff\uac00-\ud7a3]/.test(text);
}

/**
 * The writers that a line of a Chinese, Japanese or Korean story names: `（记者 ○○○）`, `文／○○`, `采写：南都记者 ○○○ ○○○`,
 * `【○○报 ○○】`, `記者○○○／台北報導`, `○○○ 기자`, and a bare name in brackets at the end of a paragraph.
 */
export function readEastAsianByline(line: string): EastAsianByline | undefined {
  if (line.length > MAX_LINE || !hasEastAsian(line)) return undefined;
  const plain = plainForm(line);
  return readLabelled(line, plain) ?? readBracket(line, plain) ?? readKorean(plain);
}

function readLabelled(line: string, plain: string): EastAsianByline | undefined {
  for (const label of WRITER_LABELS) {
    for (let at = plain.indexOf(label); at !== -1; at = plain.indexOf(label, at + label.length)) {
      if (!startsLabel(plain, at, label)) continue;
      const end = at + label.length;
      const names = namesAfter(line, plain, end, label);
      if (names.length === 0) continue;
      const isSigned = isSign(plain.charAt(end)) && at < 40;
      const isPlaced = isInBracket(plain, at) || line.length < 60 || isAtEnd(plain, at);
      if (isSigned || isPlaced) return { names, sureness: isSigned ? 3 : 2 };
    }
  }
  return undefined;
}

/** 文 and 作者 are parts of many words: they count at the start of a line or bracket, or behind a space or closing sign. */
function startsLabel(plain: string, at: number, label: string): boolean {
  const before = plain.charAt(at - 1);
  if (before === '' || ' ()》”|/,:。'.includes(before)) return true;
  if (label.length < 2 || label.startsWith('文') || label.startsWith('图')) return false;
  const lead = plain.slice(Math.max(0, at - 6), at);
  return isInBracket(plain, at) || lead.length < 6 || isOutlet(lead);
}

function isSign(character: string): boolean {
  return character !== '' && SIGNS.includes(character);
}

function isInBracket(plain: string, at: number): boolean {
  const lead = plain.slice(Math.max(0, at - 20), at);
  return lead.lastIndexOf('(') > lead.lastIndexOf(')');
}

/** The last words of a paragraph: `…。新京报记者 陆一夫 编辑 刘晓阳`. */
function isAtEnd(plain: string, at: number): boolean {
  return plain.length - at < 40 && /[。!?！？.”]/.test(plain.slice(Math.max(0, at - 12), at));
}

/** Names from an offset on, up to what is no name. Words between label and name that are an office are passed over. */
function namesAfter(line: string, plain: string, from: number, label: string): string[] {
  const next = plain.charAt(from);
  if (next !== ' ' && !isSign(next)) return label === '记者' ? gluedName(line, plain, from) : [];
  const names: string[] = [];
  for (const run of runsOf(line, plain, from)) {
    const isOffice = names.length === 0 && isOutlet(run.plain);
    if (isOffice || WRITER_LABELS.some((word) => word.length > 1 && run.plain.endsWith(word))) continue;
    if (OTHER_LABELS.some((word) => run.plain.startsWith(word)) || !isPerson(run, label)) break;
    // Names of two characters are at times spaced to the width of three: 刘　会.
    const half = names.at(-1)?.length === 1 && run.own.length === 1 ? names.pop() : '';
    names.push(`${half}${run.own}`);
    if (run.closes) break;
  }
  return names.filter((name) => name.length > 1);
}

/** `陳小明／台北報導`, `陳小明台北5日電`: the name follows its label without a space. */
function gluedName(line: string, plain: string, from: number): string[] {
  const [run] = runsOf(line, plain, from);
  if (!run || !SURNAMES.has(run.plain.charAt(0))) return [];
  if (run.plain.length <= 3) return run.closes || /[/,]/.test(plain.charAt(from + run.plain.length)) ? [run.own] : [];
  const bracket = plain.slice(from, from + 30).split(')')[0] ?? '';
  return /(?:[电讯道]|报导)$/.test(bracket) ? [run.own.slice(0, 3)] : [];
}

function runsOf(line: string, plain: string, from: number): Run[] {
  const runs: Run[] = [];
  let start = from;
  for (let at = from; at <= Math.min(plain.length, from + 120); at += 1) {
    const character = plain.charAt(at);
    const closes = character === '' || '()。;；'.includes(character);
    if (!closes && !' ,&:/|='.includes(character)) continue;
    if (at > start) runs.push({ plain: plain.slice(start, at), own: line.slice(start, at), closes });
    if (closes && at > from) break;
    start = at + 1;
  }
  return runs;
}

function isPerson({ plain }: Run, label: string): boolean {
  if (!EAST_ASIAN.test(plain)) return label !== '文' && PEN_NAME.test(plain) && /[a-z]/i.test(plain);
  if (isOutlet(plain) || NEVER_IN_NAMES.test(plain)) return false;
  return plain.length <= (plain.includes('·') ? 16 : KANA.test(plain) ? 9 : 4);
}

function isOutlet(plain: string): boolean {
  return OUTLET_ENDINGS.some((ending) => plain.endsWith(ending));
}

/** The bracket that opens or closes a paragraph: `【蓝桥日报 王小明】`, `…举行。（张巨峰）`. */
function readBracket(line: string, plain: string): EastAsianByline | undefined {
  const close = plain.endsWith(')') ? plain.length - 1 : plain.startsWith('(') ? plain.indexOf(')') : -1;
  const open = plain.lastIndexOf('(', close);
  if (close === -1 || open === -1 || close - open > 30) return undefined;
  const runs = runsOf(line, plain, open + 1);
  const people = runs.filter((run) => SURNAMES.has(run.plain.charAt(0)) && isPerson(run, '') && run.plain.length > 1);
  const hasOutlet = runs.length > 1 && isOutlet(runs[0]?.plain ?? '');
  const names = people.map(({ own }) => own);
  if (names.length === 0 || names.length < runs.length - (hasOutlet ? 1 : 0)) return undefined;
  if (hasOutlet) return { names, sureness: 2 };
  const isClosing = /[。！？”]\s?$/.test(plain.slice(0, open)) && names.every((name) => name.length <= 3);
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
