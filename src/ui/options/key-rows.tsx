import { KEY_FORMS } from '../../core/model/key-form.ts';
import type { Preset } from '../../core/model/preset.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { addKey, changeKey, dropKey, moveKey } from './preset-edit.ts';

interface KeyRowsProps {
  readonly preset: Preset;
  /** The fault of a field, such as `frontMatter[2].value`. */
  readonly sentence: (field: string) => string | undefined;
  readonly onChange: (preset: Preset) => void;
}

/** The keys of the front matter, in the order of the file. */
export function KeyRows({ preset, sentence, onChange }: KeyRowsProps) {
  const { t } = useTranslator();
  const last = preset.frontMatter.length - 1;
  return (
    <fieldset class="keys">
      <legend>{t('keys')}</legend>
      <div class="key-row key-heads" aria-hidden="true">
        <span>{t('keyName')}</span>
        <span>{t('keyValue')}</span>
        <span>{t('keyForm')}</span>
      </div>
      {preset.frontMatter.map(({ key, value, form, keepEmpty = false }, index) => {
        const fault = sentence(`frontMatter[${index}].key`) ?? sentence(`frontMatter[${index}].value`);
        const named = (action: string): string => `${action}: ${key === '' ? String(index + 1) : key}`;
        return (
          <div class="key-row" key={index}>
            <input
              class="field code"
              value={key}
              aria-label={named(t('keyName'))}
              aria-invalid={sentence(`frontMatter[${index}].key`) !== undefined}
              spellcheck={false}
              onInput={(event) => onChange(changeKey(preset, index, { key: event.currentTarget.value }))}
            />
            <input
              class="field code"
              value={value}
              aria-label={named(t('keyValue'))}
              aria-invalid={sentence(`frontMatter[${index}].value`) !== undefined}
              spellcheck={false}
              onInput={(event) => onChange(changeKey(preset, index, { value: event.currentTarget.value }))}
            />
            <select
              class="field"
              value={form}
              aria-label={named(t('keyForm'))}
              onChange={(event) => {
                const chosen = KEY_FORMS.find((one) => one === event.currentTarget.value);
                if (chosen) onChange(changeKey(preset, index, { form: chosen }));
              }}
            >
              {KEY_FORMS.map((one) => (
                <option key={one} value={one}>
                  {t(`form_${one}`)}
                </option>
              ))}
            </select>
            <label class="tick" title={t('keepEmptyHint')}>
              <input
                type="checkbox"
                checked={keepEmpty}
                onChange={(event) => onChange(changeKey(preset, index, { keepEmpty: event.currentTarget.checked }))}
              />
              {t('keepEmpty')}
            </label>
            <span class="key-buttons">
              <button
                type="button"
                class="button plain square"
                aria-label={named(t('moveUp'))}
                aria-disabled={index === 0}
                onClick={() => onChange(moveKey(preset, index, -1))}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                class="button plain square"
                aria-label={named(t('moveDown'))}
                aria-disabled={index === last}
                onClick={() => onChange(moveKey(preset, index, 1))}
              >
                <Icon name="chevron" />
              </button>
              <button
                type="button"
                class="button plain square"
                aria-label={named(t('dropKey'))}
                onClick={() => onChange(dropKey(preset, index))}
              >
                <Icon name="close" />
              </button>
            </span>
            {fault !== undefined && (
              <p class="note fault" role="alert">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      <button type="button" class="link" onClick={() => onChange(addKey(preset))}>
        {t('addKey')}
      </button>
    </fieldset>
  );
}
