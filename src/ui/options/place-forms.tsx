import { useState } from 'preact/hooks';
import type { FolderState } from '../../app/connected-targets.ts';
import type { ServerState } from '../../app/server-places.ts';
import type { PlaceFields } from '../../delivery/targets/target-kind.ts';
import { useTranslator } from '../shared/translation.tsx';
import { FieldRows } from './place-fields.tsx';
import { SecretRow } from './secret-row.tsx';
import { Row } from './section.tsx';
import type { OptionsStore } from './store.ts';

interface RenameProps {
  readonly store: OptionsStore;
  readonly folder: FolderState;
  readonly close: () => void;
}

/** Another name for a place, which the library and the popup show. */
export function RenameForm({ store, folder, close }: RenameProps) {
  const { t } = useTranslator();
  const [name, setName] = useState(folder.name);
  const id = `name-of-${folder.id}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void store.places.rename(folder.id, name);
        close();
      }}
    >
      <Row for={id} label={t('placeName')}>
        <input
          id={id}
          class="field"
          value={name}
          required
          ref={focusNew}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Row>
      <FormButtons close={close} label={t('placeDone')} />
    </form>
  );
}

interface SecretProps {
  readonly store: OptionsStore;
  readonly id: string;
  readonly kind: string;
  readonly close: () => void;
}

/** Another password, token or key: stored once the place was written to with it. */
export function SecretForm({ store, id, kind, close }: SecretProps) {
  const { t } = useTranslator();
  const [secret, setSecret] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void store.places.changeSecret(id, secret);
        close();
      }}
    >
      <SecretRow id={`secret-of-${id}`} kind={kind} value={secret} change={setSecret} />
      <FormButtons close={close} label={t('placeTest')} />
    </form>
  );
}

interface FieldsProps {
  readonly store: OptionsStore;
  readonly id: string;
  readonly server: ServerState;
  readonly close: () => void;
}

/** Another folder, branch, message …: stored once the place was written to with them. The sign-in stays. */
export function FieldsForm({ store, id, server, close }: FieldsProps) {
  const { t } = useTranslator();
  const [changes, setChanges] = useState<Partial<PlaceFields>>({});
  return (
    <form
      class="place-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void store.places.changeFields(id, changes);
        close();
      }}
    >
      <FieldRows
        idPrefix={`fields-of-${id}`}
        kind={server.kind}
        fields={{ ...server.fields, ...changes }}
        change={(more) => setChanges({ ...changes, ...more })}
      />
      <p class="note">{t('placeChangeHint')}</p>
      <FormButtons close={close} label={t('placeSaveAndTest')} />
    </form>
  );
}

function FormButtons({ close, label }: { readonly close: () => void; readonly label: string }) {
  const { t } = useTranslator();
  return (
    <p class="actions">
      <button type="submit" class="button">
        {label}
      </button>
      <button type="button" class="button plain" onClick={close}>
        {t('cancel')}
      </button>
    </p>
  );
}

function focusNew(field: HTMLInputElement | null): void {
  if (field && document.activeElement !== field && field.dataset['seen'] === undefined) {
    field.dataset['seen'] = '';
    field.focus();
    field.select();
  }
}
