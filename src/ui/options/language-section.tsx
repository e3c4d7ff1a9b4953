import type { Settings } from '../../settings/schema.ts';
import { useTranslator } from '../shared/translation.tsx';
import { Row, Section } from './section.tsx';
import type { OptionsStore } from './store.ts';

/** Each in its own words, so that who does not read the language on screen finds the way back. */
const LANGUAGES: readonly { readonly value: Exclude<Settings['language'], 'auto'>; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-TW', label: '繁體中文' },
];

export function LanguageSection({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const choose = (value: string): void => {
    const language = LANGUAGES.find((one) => one.value === value)?.value ?? 'auto';
    void store.change({ language });
  };
  return (
    <Section id="language" title={t('languageHeading')}>
      <Row for="interface-language" label={t('interfaceLanguage')}>
        <select
          id="interface-language"
          class="field"
          value={store.state.value.settings.language}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="auto">{t('languageAuto')}</option>
          {LANGUAGES.map(({ value, label }) => (
            <option key={value} value={value} lang={value}>
              {label}
            </option>
          ))}
        </select>
      </Row>
    </Section>
  );
}
