import { useEffect, useState } from 'preact/hooks';
import { toFailure } from '../../core/model/failure.ts';
import { textOf } from '../../delivery/targets/folder/directory.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { compareTexts, type ParagraphChange } from '../../library/queries/compare-texts.ts';
import { useWordChanges, Words } from '../shared/difference.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryStore } from './store.ts';

interface ConflictViewProps {
  readonly store: LibraryStore;
  readonly delivery: Delivery;
  /** The post as it is to be written. */
  readonly text: string;
}

/** Shows both forms of a post that was changed by hand: what is in the folder, and what would be written. */
export function ConflictView({ store, delivery, text }: ConflictViewProps) {
  const { t } = useTranslator();
  const [changes, setChanges] = useState<readonly ParagraphChange[]>([]);
  useEffect(() => {
    let current = true;
    void theirs(store, delivery).then((present) => {
      if (current) setChanges(compareTexts(byLine(present), byLine(text)).filter(({ kind }) => kind !== 'same'));
    });
    return () => {
      current = false;
    };
  }, [store, delivery, text]);
  return (
    <table class="conflict">
      <thead>
        <tr>
          <th scope="col">{t('inFolder')}</th>
          <th scope="col">{t('toBeWritten')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, n) => (
          <ChangedLine key={n} change={change} />
        ))}
      </tbody>
    </table>
  );
}

/** Shows one line in both forms, with the words marked that are different; a rewritten line is marked in whole. */
function ChangedLine({ change }: { readonly change: ParagraphChange }) {
  const { t } = useTranslator();
  const words = useWordChanges(change);
  if (words) {
    return (
      <tr>
        <td dir="auto">
          <Words words={words} without="added" />
        </td>
        <td dir="auto">
          <Words words={words} without="removed" />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td dir="auto">{'before' in change && <del>{change.before}</del>}</td>
      <td dir="auto">
        {change.kind === 'changed' && <p class="note">{t('rewritten')}</p>}
        {'after' in change && <ins>{change.after}</ins>}
      </td>
    </tr>
  );
}

/** Every line as a paragraph: in front matter one line is one thing. */
function byLine(text: string): string {
  return text.replaceAll('\n', '\n\n');
}

/** Returns the file as it is there now; empty where it cannot be read. */
async function theirs(store: LibraryStore, { targetId, receipts }: Delivery): Promise<string> {
  const folder = store.libraryData.value.folders.find(({ id }) => id === targetId);
  const path = receipts[0]?.path;
  if (!folder || path === undefined) return '';
  try {
    const file = await store.ports.folders.directoryOf(folder).look(path);
    return file ? await textOf(file) : '';
  } catch (error) {
    console.warn('The file in the folder could not be read.', path, toFailure(error));
    return '';
  }
}
