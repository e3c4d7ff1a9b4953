/**
 * The format's version. 2 added the user's own presets; 3 the trash, dismissed stories, earlier versions, edit drafts,
 * and what is set for sites.
 */
export const BACKUP_VERSION = 3;

/** What the first entry of a backup says of it. */
export interface BackupHead {
  readonly format: 'jianbao-backup';
  readonly version: typeof BACKUP_VERSION;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly clips: number;
  /** Clips in the trash. */
  readonly trashed: number;
}

/** Entries that a backup has once. */
export const ENTRY = {
  head: 'jianbao-backup.json',
  settings: 'settings.json',
  presets: 'presets.json',
  sites: 'sites.json',
  dismissals: 'dismissals.json',
  /** Of stories that are not clipped. Earlier backups have none. */
  highlights: 'highlights.json',
  /** Followed feeds. Earlier backups have none. */
  feeds: 'feeds.json',
} as const;

/** Entries of a clip: `clips/000012.json` or `trash/000012.json`, which names the others. */
export const CLIP_ENTRY = /^(?:clips|trash)\/\d{1,9}\.json$/;
export const TRASH_ENTRY = /^trash\//;
export const VERSIONS_ENTRY = /^versions\/\d{1,9}\/\d{1,9}\.json$/;
export const DRAFT_ENTRY = /^drafts\/\d{1,9}\.json$/;
export const PICTURE_ENTRY = /^pictures\/\d{1,9}\/\d{1,9}\.\w{3,5}$/;
