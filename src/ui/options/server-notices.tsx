import type { FolderState } from '../../app/connected-targets.ts';
import type { ServerState } from '../../app/server-places.ts';
import type { TargetLimit } from '../../delivery/targets/target-test.ts';
import { keyPart } from '../../i18n/messages.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { OptionsStore } from './store.ts';
import { TrialFailure } from './trial-failure.tsx';

interface NoticesProps {
  readonly store: OptionsStore;
  readonly folder: FolderState;
  readonly server: ServerState;
}

const LIMITS: readonly TargetLimit[] = [
  'update-races',
  'create-races',
  'edits-seen-late',
  'unencrypted',
  'claims-remain',
];

/** What the last test of a place on a server found, and whether it can be signed in to. */
export function ServerNotices({ store, folder, server }: NoticesProps) {
  const { t, count } = useTranslator();
  const trial = store.state.value.trials[folder.id];
  const limits = LIMITS.filter((limit) => server.tested?.limits.includes(limit));
  return (
    <>
      {!server.hasSecret && (
        <p class="notice warning">
          <Icon name="warning" />
          {t('placeForgotten')}
        </p>
      )}
      {trial?.kind === 'busy' && (
        <p class="notice" role="status">
          <Icon name="clock" />
          {t('placeTesting')}
        </p>
      )}
      {trial?.kind === 'done' && (
        <p class="notice" role="status">
          <Icon name="check" />
          {t('placeWorks')} {server.tested?.product}
        </p>
      )}
      {trial?.kind === 'failed' && (
        <div class="notice failed" role="alert">
          <Icon name="warning" />
          <div>
            <TrialFailure kind={server.kind} failure={trial.failure} />
          </div>
        </div>
      )}
      {limits.length > 0 && (
        <details class="limits note">
          <summary>{count('placeLimits', limits.length)}</summary>
          <ul>
            {limits.map((limit) => (
              <li key={limit}>{t(`limit_${keyPart(limit)}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
