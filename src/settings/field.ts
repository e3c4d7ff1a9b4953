/** One setting: its default and what it may be. */
export interface Field<T> {
  readonly initial: T;
  /** What it takes, in words, for an error. */
  readonly takes: string;
  readonly accepts: (value: unknown) => value is T;
}

/** No setting is longer: a bound on what an imported file may bring. */
const MAX_LENGTH = 2000;

/** Any short text. */
export function text(initial: string): Field<string> {
  return {
    initial,
    takes: `a text of at most ${MAX_LENGTH} characters`,
    accepts: (value): value is string => typeof value === 'string' && value.length <= MAX_LENGTH,
  };
}

/** One of a few words, the first being the default. */
export function choice<const T extends string>(initial: T, ...others: T[]): Field<T> {
  const words: readonly string[] = [initial, ...others];
  return {
    initial,
    takes: `one of ${words.join(', ')}`,
    accepts: (value): value is T => typeof value === 'string' && words.includes(value),
  };
}
