import { useState } from 'preact/hooks';
import type { Preset } from '../../core/model/preset.ts';
import { samplePost } from '../options/sample-story.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { WelcomePorts } from './ports.ts';

/** Lines of the sample that a card shows. */
const SHOWN = 9;

/** The first question: which program the posts are for. Each answer shows how a post begins in its form. */
export function ProgramChoice({ ports }: { readonly ports: WelcomePorts }) {
  const { t } = useTranslator();
  const [chosen, setChosen] = useState(ports.preset);
  return (
    <fieldset class="programs">
      <legend class="aside-for-readers">{t('welcomeProgram')}</legend>
      {ports.presets.map((preset) => (
        <ProgramCard
          key={preset.id}
          preset={preset}
          isChosen={preset.id === chosen}
          onChoose={() => {
            setChosen(preset.id);
            void ports.choosePreset(preset.id);
          }}
        />
      ))}
    </fieldset>
  );
}

interface ProgramCardProps {
  readonly preset: Preset;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ProgramCard({ preset, isChosen, onChoose }: ProgramCardProps) {
  const { t, language } = useTranslator();
  const { path, text, meta = '' } = samplePost(preset, language);
  const lines = `${meta}${text}`.split('\n').filter((line) => line.trim() !== '');
  return (
    <label class="program">
      <input type="radio" name="program" value={preset.id} checked={isChosen} onChange={onChoose} />
      <strong>{preset.id === 'plain' ? t('welcomePlain') : preset.label}</strong>
      <span class="program-sample" aria-hidden="true" dir="ltr">
        <span class="program-path">{path.replace(/\/index\.md$/, '/')}</span>
        <span class="program-text">{lines.slice(0, SHOWN).join('\n')}</span>
      </span>
    </label>
  );
}
