import { FailureText } from '../shared/failure-text.tsx';
import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { FormSection } from './form-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { PresetsSection } from './presets-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { SitesSection } from './sites-section.tsx';
import type { OptionsStore } from './store.ts';

/** Every change is saved at once; the page has no Save button. */
export function Options({ store, version }: { readonly store: OptionsStore; readonly version: string }) {
  const { t } = useTranslator();
  const { failure } = store.state.value;
  return (
    <>
      <header class="page-head">
        <Mark />
        <h1>{t('settings')}</h1>
        <p class="note">{t('keptAtOnce')}</p>
      </header>
      <main>
        {failure && failure.code !== 'companion-missing' && (
          <div class="notice failed" role="alert">
            <Icon name="warning" />
            <div>
              <FailureText failure={failure} />
            </div>
          </div>
        )}
        <PlaceSection store={store} />
        <FormSection store={store} />
        <PresetsSection store={store} />
        <SitesSection store={store} />
        <LanguageSection store={store} />
        <ShortcutsSection shortcuts={store.state.value.shortcuts} />
      </main>
      <footer class="page-foot note">
        {t('extensionShortName')} {version}
      </footer>
    </>
  );
}
