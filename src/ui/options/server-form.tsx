import { useState } from 'preact/hooks';
import type { FoundPlace } from '../../app/server-places.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import type { PlaceFields } from '../../delivery/targets/target-kind.ts';
import type { NewTarget } from '../../library/model/target-record.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { DoubledNotice } from './doubled-notice.tsx';
import { NOT_ALLOWED } from './place-actions.ts';
import { FieldRows } from './place-fields.tsx';
import { kindKey, PLACE_KINDS } from './place-kinds.ts';
import { SecretRow } from './secret-row.tsx';
import { Row } from './section.tsx';
import type { OptionsStore } from './store.ts';
import { TrialFailure } from './trial-failure.tsx';

/** Sets a place on a server up: its address, what that leaves open, the sign-in; then permission and a test. */
export function ServerForm({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div class="add-place">
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {t('addPlace')}
        </button>
        <p class="note">{t('addPlaceHint')}</p>
      </div>
    );
  }
  return <OpenForm store={store} close={() => setOpen(false)} />;
}

type Outcome = Failure | typeof NOT_ALLOWED | 'busy' | undefined;

function OpenForm({ store, close }: { readonly store: OptionsStore; readonly close: () => void }) {
  const { t } = useTranslator();
  const { servers, add } = store.places;
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState<Partial<PlaceFields>>({});
  const [name, setName] = useState<string | undefined>(undefined);
  const [secret, setSecret] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome>(undefined);
  const found = address.trim() === '' ? undefined : servers.recognise(address, kind);
  const key = secret ?? found?.secret ?? '';
  const fields = found && { ...found.fields, ...typed };
  const isBusy = outcome === 'busy';

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!found || !fields || isBusy || isLacking(found, fields) || key === '') return;
    let target: NewTarget;
    try {
      target = servers.withFields({ ...found.target, name: name?.trim() || found.target.name }, fields);
    } catch (error) {
      return setOutcome(toFailure(error));
    }
    // Before anything is awaited: browsers ask only in a user gesture.
    const granting = servers.allow(target);
    setOutcome('busy');
    const failure = await add(target, key, granting);
    setOutcome(failure);
    if (failure !== undefined) return;
    close();
    // The new place is chosen: the focus goes on there.
    setTimeout(() => document.querySelector<HTMLElement>('input[name="target"]:checked')?.focus());
  };

  return (
    <form class="editor-pane place-form" onSubmit={submit} aria-label={t('addPlace')}>
      <Row
        for="place-address"
        label={t('placeAddress')}
        hint={t('placeAddressHint')}
        fault={address.trim() !== '' && !found ? t('placeAddressUnknown') : undefined}
      >
        <input
          id="place-address"
          class="field code"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          value={address}
          placeholder="https://github.com/name/archive"
          aria-describedby="place-address-note"
          aria-invalid={address.trim() !== '' && !found}
          ref={focusOnce}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setTyped({});
          }}
        />
      </Row>
      {found && fields && (
        <>
          <KindRow found={found} isSaid={kind !== undefined} choose={setKind} />
          <Row for="place-name" label={t('placeName')}>
            <input
              id="place-name"
              class="field"
              value={name ?? found.target.name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </Row>
          <FieldRows
            idPrefix="place"
            kind={found.target.kind}
            fields={fields}
            change={(changes) => setTyped({ ...typed, ...changes })}
          />
          <DoubledNotice store={store} folder={fields.folder} write={(folder) => setTyped({ ...typed, folder })} />
          <SecretRow
            id="place-secret"
            kind={found.target.kind}
            value={key}
            change={setSecret}
            {...(found.secretPage === undefined ? {} : { page: found.secretPage })}
            {...(found.secretScope === undefined ? {} : { scope: found.secretScope })}
          />
        </>
      )}
      {found && <OutcomeNotice outcome={outcome} found={found} />}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={!found || isBusy}>
          {t('placeAllowAndTest')}
        </button>
        <button type="button" class="button plain" onClick={close}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}

function KindRow({ found, isSaid, choose }: { found: FoundPlace; isSaid: boolean; choose: (kind: string) => void }) {
  const { t } = useTranslator();
  const { product } = found;
  const hint = product !== undefined ? t('placeKindFound', product) : isSaid ? undefined : t('placeKindGuessed');
  return (
    <Row for="place-kind" label={t('placeKind')} hint={hint}>
      <select
        id="place-kind"
        class="field"
        value={found.target.kind}
        aria-describedby="place-kind-note"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {PLACE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(kindKey(kind))}
          </option>
        ))}
      </select>
    </Row>
  );
}

function OutcomeNotice({ outcome, found }: { readonly outcome: Outcome; readonly found: FoundPlace }) {
  const { t } = useTranslator();
  if (outcome === undefined) return null;
  if (outcome === 'busy') {
    return (
      <p class="notice" role="status">
        <Icon name="clock" />
        {t('placeTesting')}
      </p>
    );
  }
  return (
    <div class="notice failed" role="alert">
      <Icon name="warning" />
      <div>
        {outcome === NOT_ALLOWED ? (
          t('placeNotAllowed', hostsOf(found))
        ) : (
          <>
            <strong>{t('placeNotWorking')}</strong> <TrialFailure kind={found.target.kind} failure={outcome} />
          </>
        )}
      </div>
    </div>
  );
}

function hostsOf({ target: { access } }: FoundPlace): string {
  return access.by === 'origins'
    ? access.origins.map((origin) => origin.replace(/^\w+:\/\/|\/\*$/g, '')).join(', ')
    : '';
}

/** What the address left open has to be filled in. */
function isLacking({ missing, target }: FoundPlace, fields: PlaceFields): boolean {
  return missing.some((each) => {
    if (each === 'username') return target.kind === 's3' && !fields.user;
    return each === 'path' ? fields.folder === '' : !fields[each];
  });
}

/** The form opens at a press: its first field is where one goes on. */
function focusOnce(field: HTMLInputElement | null): void {
  if (field && field.value === '') field.focus();
}
