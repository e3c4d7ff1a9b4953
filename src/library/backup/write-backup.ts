import { keptPictures } from '../commands/pictures.ts';
import { type EarlierVersion, earlierVersion, type WholeVersion } from '../model/earlier-version.ts';
import type { FollowedFeed } from '../model/followed-feed.ts';
import { listFeeds } from '../queries/feeds.ts';
import { listVersions } from '../queries/list-versions.ts';
import { listPendingHighlights } from '../queries/pending-highlights.ts';
import { readClipOrTrashed } from '../queries/read-whole-clip.ts';
import type { Library } from '../store/database.ts';
import { BACKUP_VERSION, type BackupHead, ENTRY } from './backup-format.ts';
import { counted, type ExportRun } from './export-run.ts';
import { packZip, type ZipEntry } from './pack-zip.ts';

export interface BackupRequest extends ExportRun {
  /** The settings, with no secret in them. */
  readonly settings: unknown;
  /** The user's own presets, and what is set on the built-in ones. */
  readonly presets: unknown;
  /** The user's own rules and defaults for sites. */
  readonly sites: unknown;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Versions of one clip are split into files of so many characters: one file is held in memory as a whole. */
const VERSIONS_FILE = 8 * 1024 * 1024;

/**
 * Packs the whole library as one zip: a head, what is set, and one JSON file for each clip, with its versions, draft and
 * pictures in files of their own behind it; the trash likewise. One clip is held in memory at a time. Where clips were
 * delivered to is left out: it belongs to this browser's folders, and is found again by connecting them.
 */
export async function writeBackup(library: Library, request: BackupRequest): Promise<Blob> {
  const [ids, trashed] = await library.use((database) =>
    Promise.all([database.getAllKeys('clips'), database.getAllKeys('trash')]),
  );
  return packZip(entries(library, ids, trashed, request));
}

async function* entries(
  library: Library,
  ids: readonly string[],
  trashed: readonly string[],
  request: BackupRequest,
): AsyncGenerator<ZipEntry> {
  const { settings, presets, sites, now } = request;
  const head: BackupHead = {
    format: 'jianbao-backup',
    version: BACKUP_VERSION,
    createdAt: now,
    clips: ids.length,
    trashed: trashed.length,
  };
  const dismissals = await library.use((database) => database.getAll('dismissals'));
  yield jsonEntry(ENTRY.head, head);
  yield jsonEntry(ENTRY.settings, settings);
  yield jsonEntry(ENTRY.presets, presets);
  yield jsonEntry(ENTRY.sites, sites);
  yield jsonEntry(ENTRY.dismissals, dismissals);
  yield jsonEntry(ENTRY.highlights, await listPendingHighlights(library));
  yield jsonEntry(ENTRY.feeds, (await listFeeds(library)).map(packedFeed));
  const clips = [...ids, ...trashed].map((id, n) => ({
    id,
    number: String(n).padStart(6, '0'),
    isTrashed: n >= ids.length,
  }));
  for (const clip of counted(clips, request)) yield* clipEntries(library, { ...clip, now });
}

/** A feed without what belongs to this browser: its batch, its place, and what its last answers were. */
function packedFeed({
  jobId: _job,
  targetId: _place,
  etag: _tag,
  lastModified: _at,
  failing: _why,
  ...feed
}: FollowedFeed) {
  return feed;
}

interface ClipToPack {
  readonly id: string;
  readonly number: string;
  /** As it was when the backup began: a clip that is deleted meanwhile is packed as a clip. */
  readonly isTrashed: boolean;
  readonly now: number;
}

async function* clipEntries(library: Library, { id, number, isTrashed, now }: ClipToPack): AsyncGenerator<ZipEntry> {
  const whole = await readClipOrTrashed(library, id);
  if (!whole) return;
  const { deliveries: _ofThisBrowser, clip, deletedAt = now, ...rest } = whole;
  const { isDamaged: _asRead, ...row } = clip;
  const versions = versionFiles(await listVersions(library, id));
  const draft = await library.use((database) => database.get('drafts', id));
  const pictures = [...(await keptPictures(library, id))].map(([url, { type, bytes }], nth) => ({
    url,
    name: `pictures/${number}/${nth}.${type}`,
    content: bytes,
  }));
  const packed = {
    clip: row,
    ...rest,
    ...(isTrashed ? { deletedAt } : {}),
    versions: versions.map((_, nth) => `versions/${number}/${nth}.json`),
    ...(draft ? { draft: `drafts/${number}.json` } : {}),
    pictures: pictures.map(({ url, name }) => ({ url, name })),
  };
  yield jsonEntry(`${isTrashed ? 'trash' : 'clips'}/${number}.json`, packed);
  for (const [nth, rows] of versions.entries()) yield jsonEntry(`versions/${number}/${nth}.json`, rows);
  if (draft) yield jsonEntry(`drafts/${number}.json`, draft);
  yield* pictures;
}

/**
 * Returns the rows of one or more files. A row leaves out what is as in the row before it; the first row of a file is
 * whole, so that each file can be read alone.
 */
function versionFiles(versions: readonly WholeVersion[]) {
  const files: object[][] = [];
  let size = 0;
  for (const [n, version] of versions.entries()) {
    const next = versions[n - 1];
    const begins = next === undefined || size > VERSIONS_FILE;
    const { clip, edits, replacedAt } = version;
    const { source, text } = begins ? version : changedSince(version, next);
    const row = { clip, edits, replacedAt, ...(source ? { source } : {}), ...(text === undefined ? {} : { text }) };
    size = (begins ? 0 : size) + version.size;
    if (begins) files.push([row]);
    else files.at(-1)?.push(row);
  }
  return files;
}

/** Returns what the row of a version holds when the row of the next later version is known. */
function changedSince(version: WholeVersion, next: WholeVersion): Pick<EarlierVersion, 'source' | 'text'> {
  return earlierVersion(wordsOf(version), wordsOf(next)) ?? {};
}

function wordsOf({ clip, source, edits, text }: WholeVersion) {
  return { clip, content: { clipId: clip.id, source, edits }, text };
}

function jsonEntry(name: string, value: unknown): ZipEntry {
  return { name, content: JSON.stringify(value, undefinedAsNull) };
}

/** An edit that is undefined is a field that the user emptied. */
function undefinedAsNull(_name: string, value: unknown): unknown {
  return value === undefined ? null : value;
}
