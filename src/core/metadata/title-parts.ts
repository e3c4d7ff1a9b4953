/** Signs between a headline and the names around it. Those of the second list separate only between spaces. */
const TIGHT = new Set(['|', '｜', '_', '＿', '»', '«', '›', '‹', '¦', '•', '│', '┃']);
const SPACED = new Set([
  '-',
  '–',
  '—',
  '−',
  '·',
  '::',
  ':',
  '/',
  '~',
  '<',
  '>',
  '--',
  '—–',
  '⋆',
  '►',
  '*',
  '・',
  '‧',
  '•',
  '\\',
  '‖',
]);
/** What a separator is at least: a cheap question, most titles have none. */
const SEPARATOR = /[|｜_＿»«›‹¦•│┃]| [^\w ]|[-—][^-—\s]/;
/** Signs that Chinese sites put before their names without spaces: `…新华网`. */
const CHINESE_TAIL = /^(.*[^-—_\s])(?:-{1,2}|—{1,2})([^-—\s][^-—]{1,20})$/;
const HAN = /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]/;

/**
 * A title cut at its separators, in order: `Bridge opens | News | Quay` → three parts.
 * Returns one part where no separator is found. The parts keep their own inner signs (`5G-…`, `A–B`).
 */
export function splitTitle(title: string): string[] {
  if (!SEPARATOR.test(title)) return title.trim() === '' ? [] : [title.trim()];
  const parts: string[] = [];
  let start = 0;
  for (const { at, length } of separatorsOf(title)) {
    const part = title.slice(start, at).trim();
    if (part !== '') parts.push(part);
    start = at + length;
  }
  const last = title.slice(start).trim();
  if (last !== '') parts.push(...splitChineseTail(last));
  return parts;
}

/** The title without its last part, or without its first; the separator goes with it. Empty where there is one part. */
export function withoutLast(title: string): string {
  const last = splitTitle(title).at(-1) ?? '';
  return dropSeparator(title.slice(0, title.lastIndexOf(last)), 'end');
}

/** The title without a name at its end; the separator goes with it. */
export function withoutEnd(title: string, end: string): string {
  return dropSeparator(title.slice(0, title.length - end.length), 'end');
}

export function withoutFirst(title: string): string {
  const first = splitTitle(title)[0] ?? '';
  return dropSeparator(title.slice(title.indexOf(first) + first.length), 'start');
}

function separatorsOf(title: string): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = [];
  let at = 0;
  while (at < title.length) {
    const character = title.charAt(at);
    if (TIGHT.has(character)) {
      found.push({ at, length: 1 });
      at += 1;
      continue;
    }
    const isStart = title.charAt(at - 1) === ' ';
    const length = isStart ? spacedSeparator(title, at) : 0;
    if (length > 0) found.push({ at, length });
    at += Math.max(length, 1);
  }
  return found;
}

function spacedSeparator(title: string, at: number): number {
  for (const length of [2, 1]) {
    if (title.charAt(at + length) === ' ' && SPACED.has(title.slice(at, at + length))) return length;
  }
  return 0;
}

function splitChineseTail(part: string): string[] {
  if (part.length > 300 || !HAN.test(part)) return [part];
  const match = CHINESE_TAIL.exec(part);
  return match?.[1] && match[2] && HAN.test(match[2]) ? [match[1].trim(), match[2].trim()] : [part];
}

function dropSeparator(text: string, side: 'start' | 'end'): string {
  const isSign = (character: string): boolean => character === ' ' || TIGHT.has(character) || SPACED.has(character);
  let [start, end] = [0, text.length];
  if (side === 'end') while (end > 0 && isSign(text.charAt(end - 1))) end -= 1;
  else while (start < end && isSign(text.charAt(start))) start += 1;
  return text.slice(start, end).trim();
}
