/** Joins names into one line as the story's language does: `甲、乙` in Chinese and Japanese, `A, B` elsewhere. */
export function joinNames(names: readonly string[], language: string): string {
  return names.join(/^(?:zh|ja|yue)\b/.test(language) ? '、' : ', ');
}
