/** A number of things in words: `1 feed`, `2 feeds`. @param many where it is not the word with an `s`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
