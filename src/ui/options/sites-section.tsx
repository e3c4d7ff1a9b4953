import { useState } from 'preact/hooks';
import type { SiteDefaults } from '../../core/model/site-defaults.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import { readSiteFile, type SiteFileFault, writeSiteFile } from '../../core/sites/read-site-file.ts';
import { FileButton } from '../shared/file-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { Section } from './section.tsx';
import { SiteDefaultsEditor } from './site-defaults-editor.tsx';
import { SiteRuleEditor } from './site-rule-editor.tsx';
import type { OptionsStore } from './store.ts';

/** What is being edited: an entry by its index, or a new one at the end of its list. */
type Edited =
  | { readonly kind: 'rule'; readonly index: number; readonly rule: SiteRule }
  | { readonly kind: 'defaults'; readonly index: number; readonly defaults: SiteDefaults };

/** What the user has set for single sites: rules for the text; format, tags and place. */
export function SitesSection({ store }: { readonly store: OptionsStore }) {
  const { t, count } = useTranslator();
  const { sites, presets, folders } = store.state.value;
  const [edited, setEdited] = useState<Edited | undefined>(undefined);
  const [fault, setFault] = useState<SiteFileFault | undefined>(undefined);

  const importFile = async (file: File): Promise<void> => {
    const result = readSiteFile(await file.text());
    setFault(result.ok ? undefined : result.fault);
    if (result.ok) store.importSites(result.file);
  };
  const factsOf = ({ take = [], keep = [], drop = [] }: SiteRule): string =>
    [
      ...(take.length > 0 ? [t('siteRuleStory')] : []),
      ...(drop.length > 0 ? [count('siteRuleDrops', drop.length)] : []),
      ...(keep.length > 0 ? [count('siteRuleKeeps', keep.length)] : []),
    ].join(' · ');
  const targetName = (id: string): string =>
    id === 'downloads'
      ? t('placeDownloads')
      : (folders.find((folder) => folder.id === id)?.name ?? t('siteTargetGone'));
  const choicesOf = ({ preset, tags = [], target }: SiteDefaults): string =>
    [
      ...(preset === undefined ? [] : [presets.find(({ id }) => id === preset)?.label ?? preset]),
      ...tags.map((tag) => `#${tag}`),
      ...(target === undefined ? [] : [targetName(target)]),
    ].join(' · ');

  return (
    <Section id="sites" title={t('sitesHeading')}>
      <p class="note">{t('sitesHint')}</p>
      <ul class="own-presets">
        {sites.rules.map((rule, index) => (
          <Entry
            key={rule.places.join()}
            name={rule.places.join(', ')}
            facts={factsOf(rule)}
            onEdit={() => setEdited({ kind: 'rule', index, rule })}
            onExport={() => store.giveFile(`${rule.places[0]}.json`, writeSiteFile({ rules: [rule], defaults: [] }))}
            onDelete={() => store.saveSites({ ...sites, rules: sites.rules.toSpliced(index, 1) })}
          />
        ))}
        {sites.defaults.map((defaults, index) => (
          <Entry
            key={`defaults ${defaults.places.join()}`}
            name={defaults.places.join(', ')}
            facts={choicesOf(defaults)}
            onEdit={() => setEdited({ kind: 'defaults', index, defaults })}
            onExport={() =>
              store.giveFile(`${defaults.places[0]}.json`, writeSiteFile({ rules: [], defaults: [defaults] }))
            }
            onDelete={() => store.saveSites({ ...sites, defaults: sites.defaults.toSpliced(index, 1) })}
          />
        ))}
      </ul>
      {store.state.value.sitesBefore && (
        <p class="actions" role="status">
          <span class="note">{t('sitesChanged')}</span>
          <button type="button" class="link" onClick={() => store.undoSites()}>
            {t('undo')}
          </button>
        </p>
      )}
      {edited?.kind === 'rule' && (
        <SiteRuleEditor
          key={`rule ${edited.index}`}
          rule={edited.rule}
          onCancel={() => setEdited(undefined)}
          onSave={(rule) => {
            const rules = [...sites.rules];
            rules[edited.index] = rule;
            void store.saveSites({ ...sites, rules });
            setEdited(undefined);
          }}
        />
      )}
      {edited?.kind === 'defaults' && (
        <SiteDefaultsEditor
          key={`defaults ${edited.index}`}
          defaults={edited.defaults}
          presets={presets}
          folders={folders}
          onCancel={() => setEdited(undefined)}
          onSave={(entry) => {
            const defaults = [...sites.defaults];
            defaults[edited.index] = entry;
            void store.saveSites({ ...sites, defaults });
            setEdited(undefined);
          }}
        />
      )}
      {!edited && (
        <p class="actions">
          <button
            type="button"
            class="button"
            onClick={() => setEdited({ kind: 'defaults', index: sites.defaults.length, defaults: { places: [] } })}
          >
            {t('addSiteDefaults')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => setEdited({ kind: 'rule', index: sites.rules.length, rule: { places: [] } })}
          >
            {t('addSiteRule')}
          </button>
          {sites.rules.length + sites.defaults.length > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => store.giveFile('jianbao-sites.json', writeSiteFile(sites))}
            >
              {t('exportSites')}
            </button>
          )}
          <FileButton label={t('importSites')} accept="application/json,.json" onFile={importFile} />
        </p>
      )}
      {fault && (
        <div class="notice failed" role="alert">
          <Icon name="warning" />
          <p>{fault.code === 'not-json' ? t('sitesNotJson') : t('sitesFaulty', fault.entry)}</p>
        </div>
      )}
    </Section>
  );
}

interface EntryProps {
  readonly name: string;
  readonly facts: string;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}

function Entry({ name, facts, onEdit, onExport, onDelete }: EntryProps) {
  const { t } = useTranslator();
  return (
    <li>
      <strong>{name}</strong>
      <span class="note">{facts}</span>
      <span class="actions">
        <button type="button" class="link" onClick={onEdit}>
          {t('edit')}
        </button>
        <button type="button" class="link" onClick={onExport}>
          {t('export')}
        </button>
        <button type="button" class="link" onClick={onDelete}>
          {t('delete')}
        </button>
      </span>
    </li>
  );
}
