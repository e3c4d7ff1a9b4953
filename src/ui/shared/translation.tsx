import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../../i18n/translator.ts';

/** The user's language, for every view below. */
export const Translation = createContext<Translator | undefined>(undefined);

/** @throws where a page does not provide it: a programming error, never the user's. */
export function useTranslator(): Translator {
  const translator = useContext(Translation);
  if (!translator) throw new Error('a view was drawn outside Translation.Provider');
  return translator;
}
