import { useTranslator } from '../shared/translation.tsx';
import type { Shortcut } from './ports.ts';
import { Section } from './section.tsx';

/** The keys as the browser has them; only it can change them. */
export function ShortcutsSection({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslator();
  return (
    <Section id="shortcuts" title={t('shortcutsHeading')}>
      <dl class="shortcuts">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{name === '_execute_action' ? t('shortcutOpen') : description}</dt>
            <dd>{keys === '' ? <span class="note">{t('shortcutNone')}</span> : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('shortcutsHint')}</p>
    </Section>
  );
}
