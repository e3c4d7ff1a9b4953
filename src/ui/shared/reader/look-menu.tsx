import { type ReaderLook, TEXT_SIZES } from '../../../settings/reader-look.ts';
import { Segments } from '../segments.tsx';
import { useTranslator } from '../translation.tsx';
import type { LookControl } from './look.ts';

/** Typeface, size, width and colours of the story. */
export function LookMenu({ control }: { readonly control: LookControl }) {
  const { t } = useTranslator();
  const look = control.look.value;
  return (
    <details class="look">
      <summary class="button plain">{t('readerLook')}</summary>
      <div class="look-card">
        <Segments
          label={t('readerTypeface')}
          name="typeface"
          value={look.typeface}
          options={[
            { value: 'serif', label: t('readerSerif') },
            { value: 'sans', label: t('readerSans') },
          ]}
          onChange={(typeface) => control.change({ typeface })}
        />
        <div class="look-sizes">
          <SizeButton control={control} step={-1} label={t('readerSmaller')} />
          <SizeButton control={control} step={1} label={t('readerLarger')} />
        </div>
        <Segments
          label={t('readerWidth')}
          name="width"
          value={look.width}
          options={[
            { value: 'narrow', label: t('readerNarrow') },
            { value: 'medium', label: t('readerMedium') },
            { value: 'wide', label: t('readerWide') },
          ]}
          onChange={(width) => control.change({ width })}
        />
        <Segments
          label={t('readerScheme')}
          name="scheme"
          value={look.scheme}
          options={[
            { value: 'auto', label: t('readerAuto') },
            { value: 'light', label: t('readerLight') },
            { value: 'dark', label: t('readerDark') },
          ]}
          onChange={(scheme) => control.change({ scheme })}
        />
      </div>
    </details>
  );
}

interface SizeButtonProps {
  readonly control: LookControl;
  readonly step: 1 | -1;
  readonly label: string;
}

function SizeButton({ control, step, label }: SizeButtonProps) {
  const size = stepped(control.look.value.size, step);
  return (
    <button
      type="button"
      class={step > 0 ? 'button larger' : 'button smaller'}
      title={label}
      aria-disabled={size === undefined}
      onClick={() => size !== undefined && control.change({ size })}
    >
      <span class="aside-for-readers">{label}</span>
    </button>
  );
}

/** The next size; nothing beyond the last. */
function stepped(size: ReaderLook['size'], step: number): ReaderLook['size'] | undefined {
  return TEXT_SIZES[TEXT_SIZES.indexOf(size) + step];
}
