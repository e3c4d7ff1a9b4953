import { Icon } from './icon.tsx';
import { useTranslator } from './translation.tsx';

/** Says which stored presets have a fault and are not used as the user made them. Nothing where there are none. */
export function FaultyPresets({ labels }: { readonly labels: readonly string[] }) {
  const { t } = useTranslator();
  if (labels.length === 0) return null;
  return (
    <div class="notice failed" role="status">
      <Icon name="warning" />
      <p>{t('presetsFaulty', labels.join(' · '))}</p>
    </div>
  );
}
