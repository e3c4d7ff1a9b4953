import * as v from 'valibot';
import { ownObject } from '../../core/model/own-object.ts';
import { pictureTypeOf } from '../../core/model/picture.ts';
import { keepIncoming } from '../commands/incoming.ts';
import type { Incoming, IncomingPart } from '../model/incoming.ts';
import type { Library } from '../store/database.ts';
import {
  BACKUP_VERSION,
  CLIP_ENTRY,
  DRAFT_ENTRY,
  ENTRY,
  PICTURE_ENTRY,
  TRASH_ENTRY,
  VERSIONS_ENTRY,
} from './backup-format.ts';
import { checkPackedClip } from './check-clip.ts';
import { PackedFieldError } from './check-fields.ts';
import { checkDismissals, checkEditDraft, checkFeeds, checkPendingHighlights, checkVersions } from './check-parts.ts';
import type { UnpackProblem, ZipArchive } from './read-zip.ts';

/**
 * Why a file of a backup is left out. `missing`: another file names it, and it is not there · `no-clip`: the clip that
 * it belongs to is left out.
 */
export type LeftOut =
  | UnpackProblem
  | 'not-ours'
  | 'not-json'
  | 'wrong-field'
  | 'no-picture'
  | 'no-clip'
  | 'missing'
  | 'newer';

/** What a backup holds, before any of it is taken. */
export interface BackupContents {
  /** Clips that are whole, those in the trash included. */
  readonly clips: number;
  /** Clips that the backup says it has; absent where its end is missing and nothing says how many there were. */
  readonly total?: number;
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOut; readonly detail: string }[];
  /** The settings in the backup, for the settings' own check; absent where there are none. */
  readonly settings?: unknown;
  /** The user's own presets, for the presets' own check; absent where there are none. */
  readonly presets?: unknown;
  /** What is set for sites, for its own check; absent where there is nothing. */
  readonly sites?: unknown;
}

export interface StageRequest {
  readonly restoreId: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Rows and bytes written at a time. */
const BATCH_ROWS = 100;
const BATCH_BYTES = 16 * 1024 * 1024;

/** Thrown for an entry that is not JSON in UTF-8. */
class NotJsonError extends Error {}

/** Reads and checks everything, and keeps it apart from the library. */
export async function stageBackup(
  library: Library,
  archive: ZipArchive,
  { restoreId, signal, onProgress }: StageRequest,
): Promise<BackupContents> {
  const leftOut: BackupContents['leftOut'][number][] = [];
  const leaveOut = (name: string, reason: LeftOut, detail = ''): void => void leftOut.push({ name, reason, detail });
  for (const { name, problem } of archive.problems) leaveOut(name, problem);
  const write = createWriter(library, restoreId);
  const stage = createStage(write.row, leaveOut);
  const { clips, known, others } = inOrder(archive.names);
  for (const name of others) leaveOut(name, 'not-ours');
  for (const [n, name] of known.entries()) {
    signal.throwIfAborted();
    const unpacked = await archive.read(name);
    try {
      if ('problem' in unpacked) leaveOut(name, unpacked.problem);
      else await stage.take(name, unpacked.content);
    } catch (error) {
      if (error instanceof PackedFieldError) leaveOut(name, 'wrong-field', error.message);
      else if (error instanceof NotJsonError) leaveOut(name, 'not-json');
      else throw error;
    }
    onProgress?.(n + 1, known.length);
  }
  await write.flush();
  const unread = new Set(leftOut.map(({ name }) => name));
  for (const name of stage.awaited()) if (!unread.has(name)) leaveOut(name, 'missing');
  const head = headOf(stage.values.get(ENTRY.head));
  const missing = Math.max(0, head.clips + head.trashed - clips.length);
  if (missing > 0) leaveOut(ENTRY.head, 'missing', String(missing));
  if (head.version > BACKUP_VERSION) leaveOut(ENTRY.head, 'newer', String(head.version));
  const isCut = archive.problems.some(({ problem }) => problem === 'cut-off');
  const total = isCut && !stage.values.has(ENTRY.head) ? {} : { total: clips.length + missing };
  return { clips: stage.clips(), ...total, leftOut, ...settingsOf(stage.values) };
}

/** The clip that names an entry; of a picture also where on the web it is. */
interface Owner {
  readonly clipId: string;
  readonly url?: string;
}

/** Checks entries one after another, a clip before its parts, and hands on what is sound. */
function createStage(
  write: (part: IncomingPart, bytes: number) => Promise<void>,
  leaveOut: (name: string, reason: LeftOut) => void,
) {
  /** By the names of entries that clips name. */
  const owners = new Map<string, Owner>();
  const values = new Map<string, unknown>();
  let clips = 0;

  async function takeClip(name: string, content: Uint8Array): Promise<void> {
    const { pictures, versions, draft, deletedAt, ...clip } = checkPackedClip(jsonOf(content));
    const isTrashed = TRASH_ENTRY.test(name);
    if (isTrashed && deletedAt === undefined) throw new PackedFieldError('clip.deletedAt');
    const clipId = clip.clip.id;
    for (const { name: picture, url } of pictures) owners.set(picture, { clipId, url });
    for (const part of draft === undefined ? versions : [...versions, draft]) owners.set(part, { clipId });
    await write(isTrashed && deletedAt !== undefined ? { ...clip, deletedAt } : clip, content.length);
    clips++;
  }

  async function takePart(name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    const owner = owners.get(name);
    owners.delete(name);
    const part = owner && partOf(name, content, owner);
    if (part) await write(part, content.length);
    else leaveOut(name, owner ? 'no-picture' : 'no-clip');
  }

  return {
    values,
    clips: () => clips,
    /** Returns the names that clips have named and that have not come. */
    awaited: () => owners.keys(),
    async take(name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
      if (CLIP_ENTRY.test(name)) await takeClip(name, content);
      else if (isPart(name)) await takePart(name, content);
      else if (name === ENTRY.dismissals) await write({ dismissals: checkDismissals(jsonOf(content)) }, content.length);
      else if (name === ENTRY.highlights)
        await write({ pendingHighlights: checkPendingHighlights(jsonOf(content)) }, content.length);
      else if (name === ENTRY.feeds) await write({ feeds: checkFeeds(jsonOf(content)) }, content.length);
      else values.set(name, jsonOf(content));
    },
  };
}

function isPart(name: string): boolean {
  return VERSIONS_ENTRY.test(name) || DRAFT_ENTRY.test(name) || PICTURE_ENTRY.test(name);
}

/** Returns nothing where a picture is not one. */
function partOf(name: string, content: Uint8Array<ArrayBuffer>, { clipId, url }: Owner): IncomingPart | undefined {
  if (VERSIONS_ENTRY.test(name)) return { versions: { clipId, rows: checkVersions(jsonOf(content), clipId) } };
  if (DRAFT_ENTRY.test(name)) return { draft: checkEditDraft(jsonOf(content), clipId) };
  const type = pictureTypeOf(content);
  return type && url !== undefined ? { picture: { clipId, url, type, bytes: new Blob([content]) } } : undefined;
}

/** @throws {NotJsonError} */
function jsonOf(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new NotJsonError();
    throw error;
  }
}

/** A clip before the parts that belong to it; the dismissed stories last, because clips are looked for by them. */
function inOrder(names: readonly string[]) {
  const first: readonly string[] = [ENTRY.head, ENTRY.settings, ENTRY.presets, ENTRY.sites];
  const last: readonly string[] = [ENTRY.dismissals, ENTRY.highlights, ENTRY.feeds];
  const clips = names.filter((name) => CLIP_ENTRY.test(name));
  const known = [
    ...names.filter((name) => first.includes(name)),
    ...clips,
    ...names.filter(isPart),
    ...names.filter((name) => last.includes(name)),
  ];
  const isKnown = new Set(known);
  return { clips, known, others: names.filter((name) => !isKnown.has(name)) };
}

const count = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);

/** Backups made before the first release have no such numbers. */
const headSchema = ownObject({ clips: count, trashed: count, version: v.fallback(v.number(), 0) });

function headOf(value: unknown): v.InferOutput<typeof headSchema> {
  return v.parse(v.fallback(headSchema, { clips: 0, trashed: 0, version: 0 }), value);
}

/** Unchecked: `restoreSettings` checks them. */
function settingsOf(values: ReadonlyMap<string, unknown>): Pick<BackupContents, 'settings' | 'presets' | 'sites'> {
  return {
    ...(values.has(ENTRY.settings) ? { settings: values.get(ENTRY.settings) } : {}),
    ...(values.has(ENTRY.presets) ? { presets: values.get(ENTRY.presets) } : {}),
    ...(values.has(ENTRY.sites) ? { sites: values.get(ENTRY.sites) } : {}),
  };
}

/** Writes parts in batches, numbered in the order in which they came. */
function createWriter(library: Library, restoreId: string) {
  let batch: Incoming[] = [];
  let [n, bytes] = [0, 0];
  async function flush(): Promise<void> {
    if (batch.length > 0) await keepIncoming(library, batch);
    [batch, bytes] = [[], 0];
  }
  return {
    flush,
    async row(part: IncomingPart, size: number): Promise<void> {
      batch.push({ restoreId, n: n++, ...part });
      bytes += size;
      if (batch.length === BATCH_ROWS || bytes > BATCH_BYTES) await flush();
    },
  };
}
