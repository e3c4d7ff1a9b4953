import type { Dialect } from '../../model/dialect.ts';
import { isList, isPartialDateTime, type Value } from '../template/value.ts';

/** Invisible; separates what is before it from what is after it. */
const PART = '\u200b';

/**
 * A front matter value for programs that put it into JavaScript without escaping it, so that a headline could end the
 * build or run in it: Docusaurus 3.10 leaves backslashes as they are in a string (stringify-object), VitePress 1.6
 * writes the page's data into a `<script>`. The value looks the same; an invisible character parts the signs.
 */
export function escapeValue(value: Value, { jsx, vue }: Pick<Dialect, 'jsx' | 'vue'>): Value {
  if (isPartialDateTime(value) || !(jsx || vue)) return value;
  const seal = (text: string): string => {
    const unescaped = jsx ? text.replaceAll('\\', `\\${PART}`) : text;
    return vue ? unescaped.replaceAll('</', `<${PART}/`) : unescaped;
  };
  return isList(value) ? value.map(seal) : seal(value);
}
