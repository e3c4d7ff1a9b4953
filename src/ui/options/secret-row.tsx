import { useTranslator } from '../shared/translation.tsx';
import { Row } from './section.tsx';

interface SecretRowProps {
  readonly id: string;
  /** Of the place. */
  readonly kind: string;
  readonly value: string;
  readonly change: (secret: string) => void;
  /** Where such a secret is made. */
  readonly page?: string;
  /** What it has to allow, in the words of that page. */
  readonly scope?: string;
}

const LABELS = { 'git-host': 'placeToken', s3: 'placeSecretKey' } as const;

/** The password, token or key of a place, with the page on which it is made. */
export function SecretRow({ id, kind, value, change, page, scope }: SecretRowProps) {
  const { t } = useTranslator();
  const label = kind === 'git-host' || kind === 's3' ? LABELS[kind] : 'placePassword';
  return (
    <Row
      for={id}
      label={t(label)}
      hint={
        <>
          {t('placeSecretHint')} {scope !== undefined && t('placeSecretScope', scope)}{' '}
          {page !== undefined && (
            <a class="link" href={page} target="_blank" rel="noreferrer">
              {t('placeSecretPage')}
            </a>
          )}
        </>
      }
    >
      <input
        id={id}
        class="field code"
        type="password"
        autocomplete="off"
        required
        value={value}
        aria-describedby={`${id}-note`}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Row>
  );
}
