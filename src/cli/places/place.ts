import { randomUUID } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type OtherText, type PostToSave, savePosts } from '../../app/save-post.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { Directory } from '../../delivery/targets/folder/directory.ts';
import { folderTarget } from '../../delivery/targets/folder/folder-target.ts';
import type { ServerKind } from '../../delivery/targets/target-kind.ts';
import type { TargetLimit } from '../../delivery/targets/target-test.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import type { KeptStories } from '../clip/kept-stories.ts';
import { complain } from '../complain.ts';
import { CliError } from '../failure-sentence.ts';
import { openDisk } from '../host/disk.ts';
import { diskDirectory } from '../host/disk-directory.ts';
import { makeFolder } from '../make-folder.ts';
import { placeFailure, placeSentence } from './place-failure.ts';
import { placeNetwork } from './place-network.ts';

/** A post at its place. */
export interface SavedPost {
  /** Below the place. */
  readonly path: string;
  /** Whether a file of the story was left there as it was, with another text. */
  readonly isLeft: boolean;
}

/** Where a command saves posts: a folder of the disk, or a place on a server. */
export interface Place {
  /** What it is called in messages. */
  readonly name: string;
  /** So many posts cost no more than one: they are best saved in one call. 1 where each costs the same. */
  readonly batchSize: number;
  /** The folder below which posts are written. */
  readonly below: string;
  /**
   * Saves posts as `savePosts` does: the same story updates its own file, or leaves it with a complaint where it has
   * another text that is to be kept. The file of another story is never touched.
   *
   * @returns what came of each post, in order; a rejection is a `CliError` with a sentence.
   */
  save(posts: readonly PostToSave[]): Promise<PromiseSettledResult<SavedPost>[]>;
  /** Writes, reads back and removes a file. @throws {CliError} with a sentence. */
  test(): Promise<PlaceTest>;
}

/** What a place is that could be written to. */
export interface PlaceTest {
  /** Its address, or its folder. */
  readonly location: string;
  /** The server's name, where it tells. */
  readonly product?: string;
  /** What the server cannot promise. */
  readonly limits: readonly TargetLimit[];
}

export interface FolderPlaceOptions {
  /** Absent: `replace`. */
  readonly otherText?: OtherText;
  /** As `--to` has it. Absent: the folder is that of `--out`. */
  readonly name?: string;
  /** Finds stories that have another name now. Absent: they are looked for by name alone. */
  readonly kept?: KeptStories;
  /** What becomes of those that have another text. Absent: `keep`. */
  readonly renamedText?: OtherText;
}

/** A folder of the disk, which is made where it is missing. */
export function folderPlace(
  folder: string,
  { otherText = 'replace', name, kept, renamedText = 'keep' }: FolderPlaceOptions = {},
): Place {
  const said = { place: name === undefined ? ['--out', folder] : ['--to', name], where: `below ${folder}` };
  return {
    name: name ?? folder,
    batchSize: 1,
    below: folder,
    async save(posts) {
      const saved = await savedOrSaid(said, posts, async () => {
        const directory = await openFolder(folder);
        return {
          otherText,
          renamedText,
          ...(kept ? { findRenamed: (post: PostToSave) => kept.find(post) } : {}),
          target: folderTarget({ id: 'folder', directory }),
          openDirectory: () => directory,
        };
      });
      for (const [n, each] of saved.entries()) {
        if (each.status === 'fulfilled') await kept?.keep(posts[n]?.url ?? '', each.value.path);
      }
      return saved;
    },
    test: () =>
      orSentence(async () => {
        const directory = await openFolder(folder);
        const path = `jianbao-test-${randomUUID().slice(0, 8)}.md`;
        await directory.write(path, 'Written by Jianbao to try this place out. It can be removed.\n', 'nothing');
        await rm(join(folder, path));
        return { location: folder, limits: [] };
      }),
  };
}

/** The folder, which is made where it is missing. */
async function openFolder(folder: string): Promise<Directory> {
  await makeFolder(folder);
  return diskDirectory(openDisk(await realpath(folder), true), folder);
}

/** A place on a server. @param readSecret asked at the first request. */
export function serverPlace(
  kind: ServerKind,
  record: TargetRecord,
  readSecret: () => Promise<string>,
  otherText: OtherText,
): Place {
  const network = placeNetwork(readSecret);
  let settled: Promise<TargetRecord> | undefined;
  const whole = async (): Promise<TargetRecord> =>
    kind.settle ? { ...record, config: await kind.settle(record, network) } : record;
  return {
    name: record.name,
    batchSize: kind.kind === 'git-host' ? 100 : 1,
    below: kind.fieldsOf(record).folder,
    save: (posts) =>
      savedOrSaid({ place: ['--to', record.name], where: `to ${record.name}` }, posts, async () => {
        settled ??= whole();
        const opened = await settled;
        return {
          otherText,
          target: kind.open(opened, { network, otherPaths: async () => [] }),
          openDirectory: () => kind.directory(opened, { network }),
        };
      }),
    test: () =>
      orSentence(async () => {
        const { config, ...found } = await kind.test(record, network);
        return { ...found, location: kind.location({ ...record, config }) };
      }),
  };
}

async function orSentence<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CliError(placeSentence(error));
  }
}

async function savedOrSaid(
  { place, where }: { readonly place: readonly string[]; readonly where: string },
  posts: readonly PostToSave[],
  open: () => Promise<Parameters<typeof savePosts>[0]>,
): Promise<PromiseSettledResult<SavedPost>[]> {
  const said = (error: unknown) => placeFailure(where, error);
  try {
    const saved = await savePosts(await open(), posts);
    const pages = saved.flatMap((each) => (each.status === 'fulfilled' ? (each.value.page ?? []) : []));
    for (const page of new Set(pages)) complain(where, `the posts wait in the merge request ${page}`);
    return saved.map((each, n) => {
      if (each.status === 'fulfilled') return { status: 'fulfilled', value: { path: each.value.path, isLeft: false } };
      const { code, detail } = toFailure(each.reason);
      if (code !== 'already-there') return { ...each, reason: said(each.reason) };
      complain(
        where,
        `${detail} has this story already, with another text, and was left as it is. To replace it: ${updateCommand(place, posts[n]?.url)}`,
      );
      return { status: 'fulfilled', value: { path: detail, isLeft: true } };
    });
  } catch (error) {
    return posts.map(() => ({ status: 'rejected', reason: said(error) }));
  }
}

/**
 * Other commands that save posts, such as `follow`, have no `--update`.
 *
 * @param place the option that names it, and its value.
 * @param page empty for a saved file.
 */
function updateCommand(place: readonly string[], page = ''): string {
  return ['jianbao clip', ...place.map(quoted), '--update', ...(page === '' ? [] : [quoted(page)])].join(' ');
}

/** For a shell, where it needs quotes. */
function quoted(word: string): string {
  return /^[\w.:/@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
