import { ClipError } from '../../../core/model/failure.ts';
import { mediaTypeOf } from '../../../core/model/picture.ts';
import { bytesOf } from '../../bytes-of.ts';
import { type Directory, type Entry, FileMovedOn, type FoundFile } from '../folder/directory.ts';
import { type ListedObject, listKeys } from './list-keys.ts';
import type { S3Abilities } from './s3-abilities.ts';
import type { S3Client } from './s3-client.ts';
import { s3Error } from './s3-error.ts';
import { readObject } from './stored-object.ts';
import { CLAIMS } from './with-claim.ts';
import { writeObject } from './write-object.ts';

export interface S3DirectoryDeps {
  readonly client: S3Client;
  /** Goes before every key; empty, or ends in `/`. */
  readonly prefix: string;
  /** What the place is called. */
  readonly name: string;
  /** What the bucket does, asked for before the first write. */
  readonly abilities: () => Promise<S3Abilities>;
  /** Names this device and no other. */
  readonly deviceId: () => Promise<string>;
}

/** A bucket, or what is below a prefix of it, as a folder. */
export function s3Directory({ client, prefix, name, abilities, deviceId }: S3DirectoryDeps): Directory {
  return {
    name,
    lookAgainAfter: 0,
    check: () => check(client, prefix),
    async list(path) {
      const folder = path === '' ? prefix : `${prefix}${path}/`;
      const { objects, folders } = await listKeys(client, folder, 'folder');
      const inner = folders.filter((each) => each !== prefix + CLAIMS);
      return [
        ...inner.flatMap((each) => folderEntry(each, folder)),
        ...objects.flatMap((each) => fileEntry(client, each, folder)),
      ];
    },
    async look(path) {
      const stored = await readObject(client, prefix + path);
      return stored && foundFile(stored.modifiedAt, stored.content);
    },
    async write(path, content, replaces) {
      const type = mediaTypeOf(path) ?? 'text/markdown; charset=utf-8';
      const owner = await deviceId();
      const write = { prefix, key: prefix + path, owner, content: bytesOf(content), type, replaces };
      return writeObject(client, write, await abilities());
    },
  };
}

async function check(client: S3Client, prefix: string): Promise<void> {
  const query = { 'list-type': '2', 'encoding-type': 'url', 'max-keys': '1', ...(prefix === '' ? {} : { prefix }) };
  const answer = await client.send('GET', '', { query });
  if (answer.status !== 200) throw s3Error(answer, client.now());
}

function folderEntry(key: string, folder: string): Entry[] {
  const name = key.slice(folder.length, -1);
  return isName(name) ? [{ kind: 'folder', name }] : [];
}

function fileEntry(client: S3Client, { key, size, modifiedAt }: ListedObject, folder: string): Entry[] {
  const name = key.slice(folder.length);
  // Consoles mark an empty folder by an object of its name.
  if (!isName(name)) return [];
  const read = async (limit?: number) => {
    const stored = await readObject(client, key);
    if (!stored) throw new FileMovedOn(key);
    return stored.content.slice(0, limit);
  };
  return [{ kind: 'file', name, look: async () => ({ size, modifiedAt, read }) }];
}

/** Keys are any text. Skips what is not a name in a path. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}

function foundFile(modifiedAt: number, content: Uint8Array<ArrayBuffer>): FoundFile {
  return { size: content.length, modifiedAt, read: async (limit) => content.slice(0, limit) };
}

/** The longest key, in bytes; a claim adds a folder and a UUID to it. */
const KEY_BYTES = 1024 - 64;

/** @throws {ClipError} `name-too-long` */
export function checkKeyLength(key: string): void {
  if (new TextEncoder().encode(key).length > KEY_BYTES) throw new ClipError('name-too-long', key);
}
