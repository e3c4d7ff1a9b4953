import { FolderDrop } from '../shared/folder-drop.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { CompanionPart } from './companion-part.tsx';
import { FolderCard } from './folder-card.tsx';
import { Row, Section } from './section.tsx';
import { ServerForm } from './server-form.tsx';
import type { OptionsStore } from './store.ts';

/** What browsers refuse in the path of a download, beyond what `/` parts. */
const REFUSED_IN_DOWNLOADS = /[\\:*?"<>|\p{C}]|(?:^|\/)[.\s]|[.\s](?:\/|$)|\/\//u;

/** Where posts go: the download folder, folders that the user chose, places on servers. */
export function PlaceSection({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const { settings, folders } = store.state.value;
  const isRefused = REFUSED_IN_DOWNLOADS.test(settings.folder);
  return (
    <Section id="place" title={t('placeHeading')}>
      <ul class="choices">
        <li>
          <label class="choice">
            <input
              type="radio"
              name="target"
              checked={settings.target === 'downloads'}
              onChange={() => store.change({ target: 'downloads' })}
            />
            <span>
              <strong>{t('placeDownloads')}</strong>
              <span class="note">{t('placeDownloadsHint')}</span>
            </span>
          </label>
          {settings.target === 'downloads' && (
            <Row
              for="download-folder"
              label={t('downloadFolder')}
              hint={t('downloadFolderHint')}
              fault={isRefused ? t('downloadFolderRefused') : undefined}
            >
              <input
                id="download-folder"
                class="field"
                value={settings.folder}
                aria-invalid={isRefused}
                aria-describedby="download-folder-note"
                spellcheck={false}
                onChange={(event) =>
                  store.change({ folder: event.currentTarget.value.replace(/^\/+|\/+$/g, '').trim() })
                }
              />
            </Row>
          )}
        </li>
        {folders.map((folder) => (
          <FolderCard key={folder.id} store={store} folder={folder} />
        ))}
      </ul>
      {store.canPickFolders && <FolderDrop onPick={store.pickFolder} onDrop={store.dropFolder} />}
      <CompanionPart store={store} />
      <ServerForm store={store} />
    </Section>
  );
}
