import { useState } from 'preact/hooks';
import type { TargetRecord } from '../../library/model/target-record.ts';
import { FileButton } from '../shared/file-button.tsx';
import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { Tally } from './library-data.ts';
import type { LibraryProps } from './props.ts';
import { isSamePlace, SHELVES, START, type View } from './view.ts';

const SHORT = 6;

/** The left column: what there is, and how much of it. */
export function Sidebar(props: LibraryProps) {
  const { store, transfer } = props;
  const { t } = useTranslator();
  const tallies = store.tallies.value;
  const { folders } = store.libraryData.value;
  return (
    <nav class="filters" aria-label={t('filters')}>
      <p class="brand">
        <Mark />
        {t('extensionShortName')}
      </p>
      <div class="filter-groups">
        <ul class="filter-list">
          {SHELVES.map((filter) => (
            <FilterLine
              key={filter}
              {...props}
              name={t(`filter_${filter}`)}
              count={tallies.filters[filter]}
              goes={{ filter }}
            />
          ))}
        </ul>
        <FilterGroup {...props} heading={t('filterSites')} tallies={tallies.sites} field="site" />
        <FilterGroup {...props} heading={t('fieldTags')} tallies={tallies.tags} field="tag" />
        <FilterGroup {...props} heading={t('filterYears')} tallies={tallies.years} field="year" />
        {folders.length > 0 && (
          <>
            <h2>{t('filterFolders')}</h2>
            <ul class="filter-list">
              {folders.map((folder) => (
                <FolderLine key={folder.id} {...props} folder={folder} />
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="filter-foot">
        <button type="button" class="link quiet" onClick={transfer.backUp}>
          {t('backUp')}
        </button>
        <FileButton
          class="link quiet"
          label={t('restore')}
          accept=".zip,application/zip"
          onFile={(file) => void transfer.restore(file)}
        />
        <button type="button" class="link quiet" onClick={store.ports.openBatch}>
          {t('batch')}
        </button>
        <button type="button" class="link quiet" onClick={store.ports.openOptions}>
          {t('settings')}
        </button>
      </div>
    </nav>
  );
}

interface FilterLineProps extends LibraryProps {
  readonly name: string;
  readonly count: number;
  /** What the view is on this filter, from the start. */
  readonly goes: Partial<View>;
}

function FilterLine({ store, name, count, goes }: FilterLineProps) {
  const { number } = useTranslator();
  const here = isSamePlace(store.view.value, { ...START, ...goes });
  return (
    <li>
      <button
        type="button"
        class="filter"
        aria-current={here ? 'true' : undefined}
        onClick={() => store.goToFilter(goes)}
      >
        <span class="filter-name">{name}</span>
        <span class="filter-count">{store.phase.value === 'ready' ? number(count) : ''}</span>
      </button>
    </li>
  );
}

interface FilterGroupProps extends LibraryProps {
  readonly heading: string;
  readonly tallies: readonly Tally[];
  readonly field: 'site' | 'tag' | 'year';
}

function FilterGroup({ heading, tallies, field, ...props }: FilterGroupProps) {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  if (tallies.length === 0) return null;
  const chosen = props.store.view.value[field];
  const shown = isOpen ? tallies : tallies.filter(({ name }, n) => n < SHORT || name === chosen);
  return (
    <>
      <h2>{heading}</h2>
      <ul class="filter-list">
        {shown.map(({ name, count }) => (
          <FilterLine key={name} {...props} name={name} count={count} goes={{ [field]: name }} />
        ))}
        {tallies.length > shown.length && (
          <li>
            <button type="button" class="filter more" onClick={() => setOpen(true)}>
              {t('more')}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

function FolderLine({ store, transfer, folder }: LibraryProps & { readonly folder: TargetRecord }) {
  const { t, count } = useTranslator();
  const waiting = store.tallies.value.folders.get(folder.id)?.waiting ?? 0;
  const here = store.view.value.folder === folder.id;
  return (
    <li class="folder-line">
      <button
        type="button"
        class="filter"
        aria-current={here ? 'true' : undefined}
        onClick={() => store.goToFilter({ folder: folder.id })}
      >
        <Icon name="folder" />
        <span class="filter-name">{folder.name}</span>
        <span class={waiting > 0 ? 'filter-state' : 'filter-state done'}>
          {waiting > 0 ? count('waiting', waiting) : t('inStep')}
        </span>
      </button>
      <button type="button" class="link quiet folder-read" onClick={() => transfer.readFolder(folder)}>
        {t('readFolder')}
      </button>
    </li>
  );
}
