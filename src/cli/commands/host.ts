import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { counted } from '../counted.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import { type GitAction, gitActionOf, openCheckout } from '../git/git-checkout.ts';
import { openProblem } from '../git/git-problems.ts';
import { BROWSERS, callerName, type HostBrowser, isExtensionId } from '../host/browsers.ts';
import { isCalledRightly, type Program, readConfig } from '../host/config.ts';
import { FrameError } from '../host/frames.ts';
import { type HostSystem, placesFor } from '../host/places.ts';
import { register, unregister } from '../host/register.ts';
import { serve } from '../host/serve.ts';
import { isTooBroad } from '../host/too-broad.ts';

const NAMES = Object.keys(BROWSERS).join('|');

const HELP = `Usage: jianbao host install --browser ${NAMES} --folder DIR [--git commit|push]
       jianbao host uninstall --browser ${NAMES}
       jianbao host status [--browser ${NAMES}]

The companion gives the extension one folder of this computer, in every browser, also in Firefox, which has no folders of
its own. The browser starts it when the extension has something to write, and ends it after.
It reads and writes below DIR only, posts and pictures only, follows no links, touches nothing hidden, and answers nobody
but the extension.

  install    Register the companion with a browser for a folder that is there; again, to change the folder
  uninstall  Take the registration back; the folder stays as it is
  status     Say where the companion is registered and whether it can work; exit code 1 if it cannot

Options:
  --browser NAME     ${NAMES}
  --folder DIR       The folder that posts are written below
  --git HOW          commit: commit what is written in the git checkout that DIR is in; push: push it too
  --extension-id ID  The extension's id, where it is not the one that this version has by itself
  -h, --help         Show this help
`;

export const host: Command = {
  help: HELP,
  async run([action, ...args]) {
    switch (action) {
      case 'install':
        return install(args);
      case 'uninstall':
        return uninstall(args);
      case 'status':
        return status(args);
      case 'run':
        return run(args);
      default:
        throw new UsageError(action === undefined ? 'host: say what to do' : `host: unknown action ${action}`);
    }
  },
};

async function install(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string' },
      folder: { type: 'string' },
      git: { type: 'string' },
      'extension-id': { type: 'string' },
    },
  });
  const { key, browser } = browserNamed(values.browser);
  if (values.folder === undefined) throw new UsageError('host install: --folder is missing');
  const id = values['extension-id'];
  if (id !== undefined && !isExtensionId(browser, id))
    throw new UsageError(`${id} is not an extension id of ${browser.name}`);
  const folder = await folderAt(values.folder);
  const git = gitActionOf(values.git);
  if (git !== undefined) await openCheckout(folder, git);
  const caller = callerName(browser, id);
  const places = placesFor(key, browser, thisSystem());
  await register(places, { browser: key, folder, caller, program: await thisProgram(), ...(git && { git }) }, browser);
  say(`${browser.name} may now write posts below ${folder}.`);
  say(`Registered in ${places.manifest} for ${caller}.`);
  say('Next: open Jianbao’s settings in the browser and connect the companion.');
  return 0;
}

async function uninstall(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { browser: { type: 'string' } } });
  const { key, browser } = browserNamed(values.browser);
  const places = placesFor(key, browser, thisSystem());
  if (!existsSync(places.manifest) && !existsSync(places.config)) {
    say(`The companion is not registered with ${browser.name}.`);
    return 0;
  }
  await unregister(places);
  say(`The companion is no longer registered with ${browser.name}. What it wrote stays where it is.`);
  return 0;
}

async function status(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { browser: { type: 'string' } } });
  const asked = values.browser === undefined ? Object.keys(BROWSERS) : [browserNamed(values.browser).key];
  let isWell = true;
  for (const key of asked) {
    const report = await registrationOf(key);
    say(report.lines.join('\n'));
    if (report.isBroken || (!report.isRegistered && values.browser !== undefined)) isWell = false;
  }
  return isWell ? 0 : 1;
}

interface RegistrationReport {
  readonly lines: readonly string[];
  readonly isRegistered: boolean;
  readonly isBroken: boolean;
}

/** What there is to say of one browser. A registration that cannot be read is a fact of that browser alone. */
async function registrationOf(key: string): Promise<RegistrationReport> {
  const { browser } = browserNamed(key);
  const { manifest, launcher, config } = placesFor(key, browser, thisSystem());
  if (!existsSync(manifest)) {
    return { lines: [`${browser.name}: not registered`], isRegistered: false, isBroken: false };
  }
  try {
    const { folder, caller, program, git } = await readConfig(config);
    const missing = [launcher, program.node, program.script].filter((path) => !existsSync(path));
    const problems = missing.map((path) => `${path} is missing: install the companion again`);
    if (!existsSync(folder)) problems.push('the folder is gone: put it back, or install with another');
    else if (isTooBroad(await realpath(folder))) problems.push('the folder is too broad: install with one of its own');
    const waiting = git && existsSync(folder) ? await waitingSentence(folder, git) : undefined;
    if (waiting !== undefined) problems.push(waiting);
    const lines = [`${browser.name}: ${folder}, for ${caller}`, ...problems.map((problem) => `  ${problem}`)];
    return { lines, isRegistered: true, isBroken: problems.length > 0 };
  } catch (error) {
    return { lines: [`${browser.name}: ${failureSentence(error)}`], isRegistered: true, isBroken: true };
  }
}

/** What waits to be committed in a checkout, and why. */
async function waitingSentence(folder: string, git: GitAction): Promise<string | undefined> {
  const waiting = await (await openCheckout(folder, git)).waiting();
  if (waiting.length === 0) return undefined;
  return `${counted(waiting.length, 'file waits', 'files wait')} to be committed. ${(await openProblem(folder)) ?? 'The next clip commits them.'}`;
}

/** What the browser starts. Standard output is the pipe to it: not a word there but the protocol. */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { config: { type: 'string' } },
    allowPositionals: true,
  });
  if (values.config === undefined) throw new UsageError('host run is for browsers; jianbao host install tells them');
  const config = await readConfig(values.config);
  const { browser } = browserNamed(config.browser);
  if (!isCalledRightly(config, browser, positionals)) {
    throw new CliError(`The companion is for ${config.caller}, and nobody else is answered.`);
  }
  if (isTooBroad(config.folder)) throw new CliError(tooBroadSentence(config.folder));
  try {
    const checkout = config.git && (await openCheckout(config.folder, config.git));
    await serve(config.folder, process.stdin, process.stdout, checkout);
    return 0;
  } catch (error) {
    if (error instanceof FrameError) throw new CliError(`The browser’s message is not understood: ${error.message}.`);
    throw error;
  }
}

function browserNamed(name: string | undefined): { key: string; browser: HostBrowser } {
  const browser = name !== undefined && Object.hasOwn(BROWSERS, name) ? BROWSERS[name] : undefined;
  if (name === undefined) throw new UsageError(`--browser is missing: ${NAMES}`);
  if (!browser) throw new UsageError(`unknown browser ${name}: ${NAMES}`);
  return { key: name, browser };
}

/** A folder that is not there is not made: a slip of the pen would become the place of all posts. */
async function folderAt(path: string): Promise<string> {
  let folder: string;
  try {
    folder = await realpath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`There is no folder ${path} (${reason}): make it first, or name another.`);
  }
  if (!(await stat(folder)).isDirectory()) throw new CliError(`${path} is not a folder.`);
  if (isTooBroad(folder)) throw new CliError(tooBroadSentence(folder));
  return folder;
}

function tooBroadSentence(folder: string): string {
  return `${folder} holds more than posts: name a folder of its own for them, such as ${join(homedir(), 'Clippings')}.`;
}

function thisSystem(): HostSystem {
  return { platform: process.platform, home: homedir(), env: process.env };
}

/** The real file, where a link to it was called (`npm link`, `npx`). */
async function thisProgram(): Promise<Program> {
  return { node: process.execPath, script: await realpath(process.argv[1] ?? '') };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
