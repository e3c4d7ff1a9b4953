import { FILTERS, type FilterContext } from './filters.ts';
import type { Template, TemplatePart, TemplateSource } from './template.ts';
import { boundedValue, textOf, type Value } from './value.ts';
import type { Variables } from './variables.ts';

/** Returns the text of a template; `write` puts each value into the language that the template is in. */
export function renderTemplate(
  template: Template,
  variables: Variables,
  context: FilterContext,
  write: (text: string, source: TemplateSource) => string = (text) => text,
): string {
  return template
    .map((part) =>
      part.kind === 'text' ? part.text : write(textOf(evaluateValue(part, variables, context)), part.source),
    )
    .join('');
}

/** Returns the value of a template that is one `{{…}}` and nothing else, so that lists stay lists; else its text. */
export function evaluateTemplate(template: Template, variables: Variables, context: FilterContext): Value {
  const [only] = template;
  if (template.length === 1 && only?.kind === 'value') return evaluateValue(only, variables, context);
  return renderTemplate(template, variables, context);
}

/** Returns the value of one `{{…}}`. What each filter returns is cut to `MAX_VALUE_LENGTH`. */
export function evaluateValue(
  { source, filters }: TemplatePart & { kind: 'value' },
  variables: Variables,
  context: FilterContext,
): Value {
  const start: Value = source.kind === 'literal' ? source.text : (variables[source.name] ?? '');
  return filters.reduce((value, { name, args }) => boundedValue(FILTERS[name].apply(value, args, context)), start);
}
