import { toFailure } from '../../core/model/failure.ts';
import type { Translator } from '../../i18n/translator.ts';
import { exportJson, exportPosts } from '../../library/backup/export-clips.ts';
import { exportHighlights, type HighlightFormat } from '../../library/backup/export-highlights.ts';
import type { ExportRun } from '../../library/backup/export-run.ts';
import { readBackup } from '../../library/backup/read-backup.ts';
import type { BackupContents } from '../../library/backup/stage-backup.ts';
import { writeBackup } from '../../library/backup/write-backup.ts';
import { newRestoreId } from '../../library/commands/incoming.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import { type Library, openLibrary } from '../../library/store/database.ts';
import { leftoversText } from '../shared/leftovers-text.ts';
import { createRestoreTexts } from './restore-texts.ts';
import type { LibraryStore } from './store.ts';

/** What goes out of the library and comes into it. */
export type LibraryTransfer = ReturnType<typeof createTransfer>;

export function createTransfer(store: LibraryStore, translator: Translator) {
  const { t, count } = translator;
  const texts = createRestoreTexts(translator);
  const { library, changes, now, giveFile } = store.ports;

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isCancelled = error instanceof DOMException && error.name === 'AbortError';
      store.notice.value = isCancelled ? { text: t('cancelled') } : { text: t('notDone'), failure: toFailure(error) };
    } finally {
      store.progress.value = undefined;
    }
  }

  /** Something long, with its progress in sight and a way to stop it. */
  function long(text: string): { signal: AbortSignal; onProgress: (step: { done: number; total: number }) => void } {
    const stop = new AbortController();
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      store.progress.value = { text, done, total, cancel: () => stop.abort() };
    };
    onProgress({ done: 0, total: 0 });
    return { signal: stop.signal, onProgress };
  }

  function longExport(text: string): ExportRun {
    const { signal, onProgress } = long(text);
    return { signal, onProgress: (done, total) => onProgress({ done, total }) };
  }

  function backUp(from: Library): Promise<void> {
    return attempt(async () => {
      const backedUp = await store.ports.readSettings();
      const run = longExport(t('backingUp'));
      giveFile(`jianbao-${today(now())}.zip`, await writeBackup(from, { ...backedUp, ...run, now: now() }));
    });
  }

  function restore(file: File): Promise<void> {
    return attempt(async () => {
      const { signal, onProgress } = long(t('restoring'));
      const report = await readBackup(library, file, {
        restoreId: newRestoreId(now(), store.ports.newId()),
        signal,
        onProgress: (done, total) => onProgress({ done, total }),
        onDamaged: askAboutDamage,
      });
      if (!report.isTaken) {
        store.notice.value = texts.refused(file.name, report);
        return;
      }
      const settings = await store.ports.applySettings(report);
      await store.load();
      changes.announce({ kind: 'clips', ids: [] });
      store.notice.value = texts.restored(report, settings);
    });
  }

  /** Of an archive of which nothing can be read there is nothing to ask. */
  async function askAboutDamage(contents: BackupContents): Promise<boolean> {
    if (contents.clips === 0) return false;
    store.progress.value = undefined;
    return store.ask({ ...texts.damage(contents), confirm: t('restoreWhole') });
  }

  /** Reads a folder's posts, and takes in those whose stories the library does not know. */
  function readFolder(folder: TargetRecord): Promise<void> {
    return attempt(async () => {
      // First: the user gesture that allows the request expires soon.
      const { folders } = store.ports;
      await folders.requestGrant(folder);
      const { signal, onProgress } = long(t('readingFolder'));
      const report = await folders.import(folder, onProgress, signal);
      if (report.adopted > 0) await store.load();
      await store.refreshFolders();
      const found = [count('postsFound', report.posts), count('clipsAdded', report.adopted)];
      const unread = report.unreadable.length > 0 ? [count('filesUnreadable', report.unreadable.length)] : [];
      const deleted = report.deleted > 0 ? [count('postsDeleted', report.deleted)] : [];
      const left = leftoversText(translator, report.leftovers);
      store.notice.value = { text: [...found, ...deleted, ...unread, left].filter((part) => part !== '').join(' ') };
    });
  }

  return {
    backUp: () => backUp(library),
    /** For a library that a newer version has written, and this one must not touch. */
    backUpAsItLies: () => backUp(openLibrary({ version: 'as-it-lies' })),
    restore,
    readFolder,
    exportPosts: (ids: readonly string[]) =>
      attempt(async () => {
        const posts = await exportPosts(library, ids, longExport(t('exporting')));
        giveFile(`jianbao-posts-${today(now())}.zip`, posts);
      }),
    /** What is marked in these clips, and in stories that are not clipped. */
    exportHighlights: (ids: readonly string[], format: HighlightFormat) =>
      attempt(async () => {
        const file = await exportHighlights(library, ids, format);
        giveFile(`jianbao-highlights-${today(now())}.${format}`, file);
      }),
    exportJson: (ids: readonly string[]) =>
      attempt(async () => {
        const clips = await exportJson(library, ids, longExport(t('exporting')));
        giveFile(`jianbao-clips-${today(now())}.json`, clips);
      }),
  };
}

function today(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
