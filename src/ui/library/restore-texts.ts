import { keyPart } from '../../i18n/messages.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { RestoreReport } from '../../library/backup/read-backup.ts';
import type { BackupContents } from '../../library/backup/stage-backup.ts';
import type { RestoredSettings } from '../../settings/restored-settings.ts';
import type { Notice } from './store.ts';

/** A file with more wrong entries has one thing wrong with it. */
const LINES_SHOWN = 50;

/** What the library says of a backup that is damaged, refused or restored. */
export function createRestoreTexts(translator: Translator) {
  const { t, count } = translator;

  function linesOf({ leftOut }: BackupContents): string[] {
    return leftOut
      .slice(0, LINES_SHOWN)
      .map(({ name, reason, detail }) => [name, t(`leftOut_${keyPart(reason)}`), detail].filter(Boolean).join(' · '));
  }

  function damageText({ clips, total, leftOut }: BackupContents): string {
    const whole = translator.number(clips);
    if (total === undefined) return t('restoreCutUnknown', whole);
    const isCut = leftOut.some(({ reason }) => reason === 'cut-off');
    return t(isCut ? 'restoreCut' : 'restoreDamaged', whole, translator.number(total));
  }

  return {
    damage: (contents: BackupContents) => ({ text: damageText(contents), details: linesOf(contents) }),

    refused(fileName: string, contents: BackupContents): Notice {
      const reasons = new Set(contents.leftOut.filter(({ name }) => name === '').map(({ reason }) => reason));
      if (reasons.has('not-a-zip')) return { text: t('notABackup', fileName) };
      if (reasons.has('cut-off')) return { text: t('backupCutOff', fileName) };
      return { text: t('restoreRefused'), details: linesOf(contents) };
    },

    restored(report: RestoreReport, { taken, left }: RestoredSettings): Notice {
      const parts = [count('clipsRestored', report.restored)];
      if (report.trashed > 0) parts.push(count('clipsTrashed', report.trashed));
      if (report.kept > 0) parts.push(count('clipsKept', report.kept));
      if (report.leftOut.length > 0) parts.push(count('filesLeftOut', report.leftOut.length));
      if (taken.length > 0) parts.push(t('settingsTaken', taken.join(', ')));
      if (left.length > 0) parts.push(count('settingsLeft', left.length));
      const settings = left.map(({ name, reason }) => `${name} · ${t(`settingLeft_${keyPart(reason)}`)}`);
      const details = [...settings, ...linesOf(report)];
      return { text: parts.join(' '), ...(details.length > 0 ? { details } : {}) };
    },
  };
}
