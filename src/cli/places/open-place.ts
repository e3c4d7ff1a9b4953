import type { OtherText } from '../../app/save-post.ts';
import { recogniseAddress, serverKindOf } from '../../delivery/targets/server-kinds.ts';
import type { RecognisedAddress } from '../../delivery/targets/target-test.ts';
import { CliError } from '../failure-sentence.ts';
import { withoutPassword } from '../without-password.ts';
import { folderPlace, type Place, serverPlace } from './place.ts';
import { type PlaceEntry, readPlacesFile } from './places-file.ts';
import { readSecret, secretVariable } from './read-secret.ts';

/** What the variables are called that go with an address on the command line. */
const SECRET = 'JIANBAO_SECRET';
const SECRET_FILE = 'JIANBAO_SECRET_FILE';
const USER = 'JIANBAO_USER';

/**
 * The place that a command names with `--to`: one of `jianbao.json`, or the address of a repository, a WebDAV folder or a
 * bucket. Nothing is asked of a server yet.
 *
 * @param otherText what becomes of a story's file that another writer may have left there.
 * @throws {CliError} where the place is unknown, or something is missing to reach it.
 */
export async function openPlace(name: string, otherText: OtherText = 'keep'): Promise<Place> {
  const { path, places } = await readPlacesFile();
  const entry = places.get(name);
  if (entry) return placeOf(name, entry, otherText);
  if (isAddress(name)) return placeOf(name, fromEnvironment(name), otherText);
  const known = [...places.keys()].join(', ');
  throw new CliError(
    known === ''
      ? `There is no place ${name}: ${path} does not exist. An address will do as well.`
      : `There is no place ${name} in ${path}; there are ${known}.`,
  );
}

/** A place of `jianbao.json`. @throws {CliError} where its address is of no place. */
export function placeOf(name: string, entry: PlaceEntry, otherText: OtherText = 'keep'): Place {
  if (entry.folder !== undefined) return folderPlace(entry.folder, { otherText, name });
  const { address = '', kind, secretFile } = entry;
  if (hasPassword(address)) {
    throw new CliError(`${withoutPassword(address)}: an address must not hold a password. Put it into ${SECRET}.`);
  }
  const found = recogniseAddress(address, kind);
  const serverKind = found && serverKindOf(found.target);
  if (!serverKind)
    throw new CliError(`${withoutPassword(address)} is not the address of a place. See jianbao places --help.`);
  const variables = isAddress(name) ? [SECRET] : [secretVariable(name), SECRET];
  return serverPlace(
    serverKind,
    { ...found.target, id: `${serverKind.kind}:${name}`, name, config: configOf(found, entry), connectedAt: 0 },
    () => readSecret(variables, secretFile),
    otherText,
  );
}

function configOf(
  { target, missing }: RecognisedAddress,
  { user, region, branch, message, mergeRequest }: PlaceEntry,
): unknown {
  const kind = serverKindOf(target);
  const signIn = user ?? process.env[USER];
  const lacks = missing.find((each) => (each === 'username' ? target.kind === 's3' && !signIn : each !== 'region'));
  if (lacks !== undefined) {
    throw new CliError(
      lacks === 'username'
        ? `${target.name} needs an access key: "user" in jianbao.json, or the variable ${USER}.`
        : `The address of ${target.name} lacks the ${lacks === 'path' ? 'folder' : lacks}.`,
    );
  }
  return kind?.withFields(target, {
    ...(signIn === undefined ? {} : { user: signIn }),
    ...(region === undefined ? {} : { region }),
    ...(branch === undefined ? {} : { branch }),
    ...(message === undefined ? {} : { message }),
    ...(mergeRequest === undefined ? {} : { mergeRequest }),
  });
}

function fromEnvironment(address: string): PlaceEntry {
  const secretFile = process.env[SECRET_FILE];
  return { address, ...(secretFile ? { secretFile } : {}) };
}

/** With a scheme, or as ssh has it: `git@host:name/archive.git`. Anything else is the name of a place. */
function isAddress(name: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(name) || /^[\w.-]+@[\w.-]+:/.test(name);
}

function hasPassword(address: string): boolean {
  return URL.canParse(address) && new URL(address).password !== '';
}
