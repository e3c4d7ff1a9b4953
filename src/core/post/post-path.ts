import { stableHash } from '../text/stable-hash.ts';
import { fileName, type NamePart } from './file-name.ts';
import type { FilterContext } from './template/filters.ts';
import { evaluateValue } from './template/render-template.ts';
import type { Template } from './template/template.ts';
import { textOf } from './template/value.ts';
import type { Variables } from './template/variables.ts';

/** Returns a post's path by a template. Only the template's own text separates folders; a value is within one name. */
export function postPath(template: Template, variables: Variables, context: FilterContext): string {
  const names: NamePart[][] = [[]];
  for (const part of template) {
    if (part.kind === 'value') {
      names.at(-1)?.push({ text: textOf(evaluateValue(part, variables, context)), fromPage: true });
      continue;
    }
    const [here = '', ...below] = part.text.split('/');
    names.at(-1)?.push({ text: here, fromPage: false });
    for (const text of below) names.push([{ text, fromPage: false }]);
  }
  return names.map((parts) => fileName(parts, stableHash(context.url))).join('/');
}
