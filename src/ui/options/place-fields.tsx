import type { PlaceFields } from '../../delivery/targets/target-kind.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useTranslator } from '../shared/translation.tsx';
import { Row } from './section.tsx';

type TextField = Exclude<keyof PlaceFields, 'mergeRequest'>;

interface FieldRowsProps {
  readonly idPrefix: string;
  /** Of the place. */
  readonly kind: string;
  readonly fields: PlaceFields;
  readonly change: (changes: Partial<PlaceFields>) => void;
}

/** What the user may set of a place on a server: only what its kind has. */
export function FieldRows({ idPrefix, kind, fields, change }: FieldRowsProps) {
  const { t } = useTranslator();
  const row = (field: TextField, label: MessageKey, hint?: MessageKey) => {
    const id = `${idPrefix}-${field}`;
    const value = fields[field];
    if (value === undefined) return null;
    return (
      <Row key={field} for={id} label={t(label)} hint={hint && t(hint)}>
        <input
          id={id}
          class="field"
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={`${id}-note`}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
        />
      </Row>
    );
  };
  return (
    <>
      <div class="row-pair">
        {row('bucket', 'placeBucket')}
        {row('folder', 'placeFolder', 'placeFolderHint')}
        {row('user', kind === 's3' ? 'placeAccessKey' : 'placeUser')}
        {row('branch', 'placeBranch', 'placeBranchHint')}
        {row('region', 'placeRegion')}
      </div>
      {row('message', 'placeMessage', 'placeMessageHint')}
      {fields.mergeRequest !== undefined && (
        <label class="choice">
          <input
            type="checkbox"
            checked={fields.mergeRequest}
            onChange={(event) => change({ mergeRequest: event.currentTarget.checked })}
          />
          <span>
            {t('placeMergeRequest')}
            <span class="note">{t('placeMergeRequestHint')}</span>
          </span>
        </label>
      )}
    </>
  );
}
