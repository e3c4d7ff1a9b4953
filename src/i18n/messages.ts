import type english from '../../_locales/en/messages.json';

/** The name of a message. Derived from the English catalogue: a text that does not exist is a type error. */
export type MessageKey = keyof typeof english;

/** Messages that count something come in pairs, `<stem>_one` and `<stem>_other`; this is the stem. */
export type CountedKey = {
  [K in MessageKey]: K extends `${infer Stem}_other` ? (`${Stem}_one` extends MessageKey ? Stem : never) : never;
}[MessageKey];

/** The folders of `_locales`. */
export const LOCALES = ['en', 'zh_CN', 'zh_TW'] as const;

export type Locale = (typeof LOCALES)[number];

/** The form of a `messages.json`, as browsers read it. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/**
 * The failure codes and origins of `core/` have hyphens, which message names cannot have: `no-article` →
 * `failure_no_article`.
 */
export type KeyPart<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${KeyPart<Tail>}`
  : Code;

/** The last part of a message's name for a code of `core/`. */
export function keyPart<Code extends string>(code: Code): KeyPart<Code> {
  return code.replaceAll('-', '_') as KeyPart<Code>;
}
