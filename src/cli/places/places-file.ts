import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { CliError } from '../failure-sentence.ts';
import { codeOf } from '../write-whole.ts';

/** A place as `jianbao.json` has it: a folder of the disk, or an address. */
export interface PlaceEntry {
  /** Absolute. */
  readonly folder?: string;
  readonly address?: string;
  /** Said where the address does not show it. */
  readonly kind?: 'git-host' | 'webdav' | 's3';
  /** The name to sign in with: WebDAV's user, S3's access key. */
  readonly user?: string;
  /** A file of mode 600 with the password, token or secret key. Absolute. */
  readonly secretFile?: string;
  readonly region?: string;
  readonly branch?: string;
  readonly message?: string;
  /** Posts go to a merge request into the branch. */
  readonly mergeRequest?: boolean;
}

const SECRETS = ['secret', 'password', 'token', 'secretKey', 'secretAccessKey'];

const text = v.optional(v.string());
const ENTRY = v.strictObject({
  folder: text,
  address: text,
  kind: v.optional(v.picklist(['git-host', 'webdav', 's3'])),
  user: text,
  secretFile: text,
  region: text,
  branch: text,
  message: text,
  mergeRequest: v.optional(v.boolean()),
});

/** The places of the user, by name. */
export interface PlacesFile {
  /** Where they were read; without a file, where one would be looked for. */
  readonly path: string;
  readonly places: ReadonlyMap<string, PlaceEntry>;
}

/**
 * Reads `jianbao.json` of the working folder, else of the user's configuration (`~/.config/jianbao`).
 *
 * @throws {CliError} where it cannot be read, is damaged, or holds a secret.
 */
export async function readPlacesFile(): Promise<PlacesFile> {
  const own = resolve('jianbao.json');
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  for (const path of [own, join(config, 'jianbao', 'jianbao.json')]) {
    const content = await readIfThere(path);
    if (content !== undefined) return { path, places: placesIn(content, path) };
  }
  return { path: own, places: new Map() };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function placesIn(content: string, path: string): Map<string, PlaceEntry> {
  const places = new Map<string, PlaceEntry>();
  for (const [name, value] of Object.entries(placesOf(content, path))) {
    const held = typeof value === 'object' && value !== null ? SECRETS.filter((key) => Object.hasOwn(value, key)) : [];
    if (held.length > 0) {
      throw new CliError(`${path}: ${name} has "${held[0]}" in it. Keep secrets in a file of mode 600: "secretFile".`);
    }
    const read = v.safeParse(ENTRY, value);
    if (!read.success) throw new CliError(`${path}: ${name}: ${faultOf(read.issues[0])}.`);
    places.set(name, entryOf(read.output, path, name));
  }
  return places;
}

function placesOf(content: string, path: string): object {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new CliError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const read = v.safeParse(v.object({ places: v.record(v.string(), v.unknown()) }), value);
  if (!read.success) throw new CliError(`${path} should have "places": an object with a place for each name.`);
  return read.output.places;
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue);
  return issue.expected === 'never' ? `"${key}" is not known` : `"${key}" should be ${issue.expected}`;
}

function entryOf(entry: v.InferOutput<typeof ENTRY>, path: string, name: string): PlaceEntry {
  if ((entry.folder === undefined) === (entry.address === undefined)) {
    throw new CliError(`${path}: ${name} should have either "address" or "folder".`);
  }
  const beside = (file: string): string => resolve(dirname(path), file.replace(/^~(?=\/)/, homedir()));
  const defined = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  return {
    ...defined,
    ...(entry.folder === undefined ? {} : { folder: beside(entry.folder) }),
    ...(entry.secretFile === undefined ? {} : { secretFile: beside(entry.secretFile) }),
  };
}
