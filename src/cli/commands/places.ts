import { parseArgs } from 'node:util';
import type { TargetLimit } from '../../delivery/targets/target-test.ts';
import { type Command, UsageError } from '../command.ts';
import { failureSentence } from '../failure-sentence.ts';
import { openPlace, placeOf } from '../places/open-place.ts';
import type { Place } from '../places/place.ts';
import { readPlacesFile } from '../places/places-file.ts';
import { terminalText } from '../terminal-text.ts';

const HELP = `Usage: jianbao places
       jianbao places test [NAME | ADDRESS …]

Lists the places of jianbao.json, or tests them: each is written to, read back and cleared again.

jianbao.json is read in the working folder, else in ~/.config/jianbao:

  { "places": {
      "archive": { "address": "https://github.com/NAME/ARCHIVE", "secretFile": "token" },
      "nas":     { "address": "https://NAS:5006/web/posts/", "user": "NAME" },
      "bucket":  { "kind": "s3", "address": "https://HOST/BUCKET/posts/", "user": "ACCESS-KEY" },
      "site":    { "folder": "~/site" } } }

"kind" (git-host, webdav, s3) is for addresses that do not show it. "branch", "message" ("Clip: {title}") and "region"
may be added; with "mergeRequest": true, posts wait in a merge request. Posts of the form jekyll go to _posts by
themselves: name the folder above it. The password, token or secret key is in the variable JIANBAO_SECRET_<NAME>, or in the file "secretFile",
which only its owner may read (chmod 600). An address on the command line takes JIANBAO_USER, and JIANBAO_SECRET or
JIANBAO_SECRET_FILE.
`;

const LIMITS: Readonly<Record<TargetLimit, string>> = {
  'update-races': 'a change that somebody makes in the very second of an update may be lost',
  'create-races': 'two devices that save under one name in the same second may overwrite each other',
  'edits-seen-late': 'files that are put there past the server are seen late, and may be overwritten',
  unencrypted: 'the connection is not encrypted: sign-in and posts can be read on the way',
  'claims-remain': 'after an interruption a small file below _claims/ may remain',
};

export const places: Command = {
  help: HELP,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [action, ...names] = positionals;
    if (action === undefined) return list();
    if (action !== 'test') throw new UsageError(`there is no places ${action}; there is places test`);
    return test(names);
  },
};

async function list(): Promise<number> {
  const { path, places: known } = await readPlacesFile();
  if (known.size === 0)
    process.stderr.write(`jianbao: there are no places in ${terminalText(path)}. See jianbao places --help.\n`);
  for (const [name, { folder, address }] of known) {
    process.stdout.write(`${terminalText(`${name}\t${folder ?? address ?? ''}`)}\n`);
  }
  return 0;
}

async function test(names: readonly string[]): Promise<number> {
  const { path, places: known } = await readPlacesFile();
  const all = names.length > 0 ? names : [...known.keys()];
  if (all.length === 0) throw new UsageError(`there are no places in ${path}`);
  let failed = 0;
  for (const name of all) {
    try {
      const entry = known.get(name);
      const place = entry ? placeOf(name, entry) : await openPlace(name);
      process.stdout.write(`${terminalText(`${name}: ${await resultOf(place)}`)}\n`);
    } catch (error) {
      failed++;
      process.stderr.write(`${terminalText(`jianbao: ${name}: ${failureSentence(error)}`)}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

async function resultOf(place: Place): Promise<string> {
  const { location, limits, product } = await place.test();
  const notes = limits.map((limit) => `\n  Note: ${LIMITS[limit]}.`).join('');
  return `a file was written, read back and removed${product === undefined ? '' : ` (${product})`}. ${location}${notes}`;
}
