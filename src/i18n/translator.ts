import type { Catalogue, CountedKey, MessageKey } from './messages.ts';

/** Finds a message and puts `substitutions` for `$1`, `$2` …; empty where there is none. */
export type Lookup = (key: MessageKey, substitutions: readonly string[]) => string;

/** Speaks the user's language: messages, counts, days. */
export interface Translator {
  /** BCP 47 tag of the language the messages are in, for the `lang` attribute. */
  readonly language: string;
  t(key: MessageKey, ...substitutions: readonly string[]): string;
  /** A message that counts: “6 paragraphs”. The number is written as the language does. */
  count(key: CountedKey, number: number): string;
  /** A number as the language writes it. */
  number(value: number): string;
  /** A day in words, such as “3 March 2026”, from Unix milliseconds, in the reader's own time zone. */
  day(instant: number): string;
}

export function createTranslator(lookup: Lookup): Translator {
  const language = lookup('languageTag', []);
  // Made at the first count: a new process takes 50 ms to load what the browser knows of languages.
  let plural: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const number: Translator['number'] = (value) => {
    numbers ??= new Intl.NumberFormat(language);
    return numbers.format(value);
  };
  const t: Translator['t'] = (key, ...substitutions) => lookup(key, substitutions);
  return {
    language,
    t,
    count(key, counted) {
      plural ??= new Intl.PluralRules(language);
      return t(`${key}_${plural.select(counted) === 'one' ? 'one' : 'other'}`, number(counted));
    },
    number,
    day: (instant) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(instant),
  };
}

/** Looks messages up in a catalogue by the rules of the browsers' own `i18n.getMessage`: `$1`…`$9`, `$$` for `$`. */
export function lookupIn(catalogue: Catalogue): Lookup {
  return (key, substitutions) =>
    (catalogue[key]?.message ?? '').replace(/\$(\d|\$)/g, (_, mark: string) =>
      mark === '$' ? '$' : (substitutions[Number(mark) - 1] ?? ''),
    );
}
