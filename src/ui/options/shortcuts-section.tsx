import type { MessageKey } from '../../i18n/messages.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Shortcut } from './ports.ts';
import { Section } from './section.tsx';

/** The commands of the manifest, in the language of the page: the browser would name them in its own. */
export const COMMAND_LABELS: ReadonlyMap<string, MessageKey> = new Map([
  ['_execute_action', 'shortcutOpen'],
  ['quick-clip', 'commandQuickClip'],
  ['highlight', 'commandHighlight'],
]);

/** The keys as the browser has them; only it can change them. */
export function ShortcutsSection({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslator();
  const labelled = (name: string): string => {
    const label = COMMAND_LABELS.get(name);
    return label ? t(label) : name;
  };
  return (
    <Section id="shortcuts" title={t('shortcutsHeading')}>
      <dl class="shortcuts">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{labelled(name)}</dt>
            <dd>{keys === '' ? <span class="note">{t('shortcutNone')}</span> : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('shortcutsHint')}</p>
    </Section>
  );
}
