import { useState } from 'preact/hooks';
import type { Folder } from '../../library/folder.ts';
import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { Tally } from './holdings.ts';
import type { LibraryProps } from './props.ts';
import { isSamePlace, SHELVES, START, type View } from './view.ts';

const SHORT = 6;

/** The left column: what there is, and how much of it. */
export function Shelves(props: LibraryProps) {
  const { store, transfer } = props;
  const { t } = useTranslator();
  const tallies = store.tallies.value;
  const { folders } = store.holdings.value;
  return (
    <nav class="shelves" aria-label={t('shelves')}>
      <p class="brand">
        <Mark />
        {t('extensionShortName')}
      </p>
      <div class="shelf-groups">
        <ul class="shelf-list">
          {SHELVES.map((shelf) => (
            <ShelfLine
              key={shelf}
              {...props}
              name={t(`shelf_${shelf}`)}
              count={tallies.shelves[shelf]}
              goes={{ shelf }}
            />
          ))}
        </ul>
        <ShelfGroup {...props} heading={t('shelfSites')} tallies={tallies.sites} field="site" />
        <ShelfGroup {...props} heading={t('fieldTags')} tallies={tallies.tags} field="tag" />
        <ShelfGroup {...props} heading={t('shelfYears')} tallies={tallies.years} field="year" />
        {folders.length > 0 && (
          <>
            <h2>{t('shelfFolders')}</h2>
            <ul class="shelf-list">
              {folders.map((folder) => (
                <FolderLine key={folder.id} {...props} folder={folder} />
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="shelf-foot">
        <button type="button" class="link quiet" onClick={transfer.backUp}>
          {t('backUp')}
        </button>
        <RestoreButton {...props} />
        <button type="button" class="link quiet" onClick={store.ports.openOptions}>
          {t('settings')}
        </button>
      </div>
    </nav>
  );
}

interface ShelfLineProps extends LibraryProps {
  readonly name: string;
  readonly count: number;
  /** What the view is on this shelf, from the start. */
  readonly goes: Partial<View>;
}

function ShelfLine({ store, name, count, goes }: ShelfLineProps) {
  const { number } = useTranslator();
  const here = isSamePlace(store.view.value, { ...START, ...goes });
  return (
    <li>
      <button
        type="button"
        class="shelf"
        aria-current={here ? 'true' : undefined}
        onClick={() => store.goToShelf(goes)}
      >
        <span class="shelf-name">{name}</span>
        <span class="shelf-count">{store.phase.value === 'ready' ? number(count) : ''}</span>
      </button>
    </li>
  );
}

interface ShelfGroupProps extends LibraryProps {
  readonly heading: string;
  readonly tallies: readonly Tally[];
  readonly field: 'site' | 'tag' | 'year';
}

function ShelfGroup({ heading, tallies, field, ...props }: ShelfGroupProps) {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  if (tallies.length === 0) return null;
  const chosen = props.store.view.value[field];
  const shown = isOpen ? tallies : tallies.filter(({ name }, n) => n < SHORT || name === chosen);
  return (
    <>
      <h2>{heading}</h2>
      <ul class="shelf-list">
        {shown.map(({ name, count }) => (
          <ShelfLine key={name} {...props} name={name} count={count} goes={{ [field]: name }} />
        ))}
        {tallies.length > shown.length && (
          <li>
            <button type="button" class="shelf more" onClick={() => setOpen(true)}>
              {t('more')}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

function FolderLine({ store, transfer, folder }: LibraryProps & { readonly folder: Folder }) {
  const { t, count } = useTranslator();
  const waiting = store.tallies.value.folders.get(folder.id)?.waiting ?? 0;
  const here = store.view.value.folder === folder.id;
  return (
    <li class="folder-line">
      <button
        type="button"
        class="shelf"
        aria-current={here ? 'true' : undefined}
        onClick={() => store.goToShelf({ folder: folder.id })}
      >
        <Icon name="folder" />
        <span class="shelf-name">{folder.name}</span>
        <span class={waiting > 0 ? 'shelf-state' : 'shelf-state done'}>
          {waiting > 0 ? count('waiting', waiting) : t('inStep')}
        </span>
      </button>
      <button type="button" class="link quiet folder-read" onClick={() => transfer.readFolder(folder)}>
        {t('readFolder')}
      </button>
    </li>
  );
}

function RestoreButton({ transfer }: LibraryProps) {
  const { t } = useTranslator();
  return (
    <label class="link quiet">
      {t('restore')}
      <input
        class="aside-for-readers"
        type="file"
        accept=".zip,application/zip"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void transfer.restore(file);
        }}
      />
    </label>
  );
}
