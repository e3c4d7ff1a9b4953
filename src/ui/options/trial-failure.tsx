import type { Failure } from '../../core/model/failure.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { useTranslator } from '../shared/translation.tsx';

/** What a failure means while a place is tried out, where that is more than it means for a delivery. */
const HINTS: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = {
  'auth-expired': { 'git-host': 'testHint_auth_git_host', webdav: 'testHint_auth_webdav', s3: 'testHint_auth_s3' },
  'access-denied': { 'git-host': 'testHint_write_git_host', webdav: 'testHint_write_webdav', s3: 'testHint_write_s3' },
  'server-unsupported': {
    'git-host': 'testHint_kind_git_host',
    webdav: 'testHint_kind_webdav',
    s3: 'testHint_kind_s3',
  },
  'folder-gone': { webdav: 'testHint_gone_webdav', s3: 'testHint_gone_s3' },
  'name-refused': { 'git-host': 'testHint_name_git_host' },
  offline: { 'git-host': 'testHint_offline', webdav: 'testHint_offline', s3: 'testHint_offline' },
};

/** Why a place could not be written to, what to do, and the server's own words folded away. @param kind of the place. */
export function TrialFailure({ kind, failure }: { readonly kind: string; readonly failure: Failure }) {
  const { t } = useTranslator();
  const hint = HINTS[failure.code]?.[kind];
  if (hint === undefined) return <FailureText failure={failure} />;
  return (
    <>
      {t(hint)}
      {failure.detail !== '' && (
        <details class="failure-detail">
          <summary>{t('details')}</summary>
          <code>{failure.detail}</code>
        </details>
      )}
    </>
  );
}
