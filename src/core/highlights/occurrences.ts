/**
 * Returns where a pattern occurs in a text, overlapping places included: the first `most` of them. Linear in both whatever
 * they hold (Knuth–Morris–Pratt); a hostile page makes `indexOf` quadratic.
 */
export function occurrencesOf(text: Uint16Array, pattern: Uint16Array, most: number): number[] {
  if (pattern.length === 0) return [];
  const borders = bordersOf(pattern);
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length && found.length < most; at += 1) {
    while (matched > 0 && text[at] !== pattern[matched]) matched = borders[matched - 1] ?? 0;
    if (text[at] === pattern[matched]) matched += 1;
    if (matched < pattern.length) continue;
    found.push(at + 1 - matched);
    matched = borders[matched - 1] ?? 0;
  }
  return found;
}

/** For each beginning of a pattern, how long its longest part is that both begins and ends it. */
function bordersOf(pattern: Uint16Array): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  let length = 0;
  for (let at = 1; at < pattern.length; at += 1) {
    while (length > 0 && pattern[at] !== pattern[length]) length = borders[length - 1] ?? 0;
    if (pattern[at] === pattern[length]) length += 1;
    borders[at] = length;
  }
  return borders;
}
