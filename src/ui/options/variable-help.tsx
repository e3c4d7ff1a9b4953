import type { MessageKey } from '../../i18n/messages.ts';
import { useTranslator } from '../shared/translation.tsx';

/** The values that a template can name, each with what it is. */
const VARIABLES: readonly (readonly [template: string, meaning: MessageKey])[] = [
  ['{{title}}', 'variable_title'],
  ['{{url}}, {{host}}, {{site}}', 'variable_url'],
  ['{{author}}, {{authors}}', 'variable_author'],
  ['{{published}}, {{stated}}', 'variable_published'],
  ['{{clipped}}, {{instant}}', 'variable_clipped'],
  ['{{tags}}, {{categories}}', 'variable_tags'],
  ['{{section}}, {{language}}, {{description}}, {{cover}}', 'variable_page'],
  ['{{published | date:"YYYY-MM-DD"}}', 'variable_date'],
  ['{{title | limit:50 | slug}}, {{title | filename}}', 'variable_slug'],
];

/** Explains the values of templates; closed until it is asked for. */
export function VariableHelp() {
  const { t } = useTranslator();
  return (
    <details>
      <summary>{t('variablesHeading')}</summary>
      <dl class="variables">
        {VARIABLES.map(([template, meaning]) => (
          <>
            <dt>
              <code>{template}</code>
            </dt>
            <dd>{t(meaning)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}
