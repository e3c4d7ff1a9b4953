import { readFile } from 'node:fs/promises';
import { CliError } from '../failure-sentence.ts';
import type { GitAction } from '../git/git-checkout.ts';
import { BROWSERS, type HostBrowser } from './browsers.ts';

/** The program that a browser starts: Node, and the built command line. */
export interface Program {
  readonly node: string;
  readonly script: string;
}

/** What a companion was installed with. Kept in a file, as browsers pass their own arguments to a companion. */
export interface HostConfig {
  /** A key of `BROWSERS`. */
  readonly browser: string;
  /** The folder, its real and whole path. */
  readonly folder: string;
  /** The only extension that is answered, as the browser names it. */
  readonly caller: string;
  readonly program: Program;
  /** What is done with written files, where the folder is in a git checkout. */
  readonly git?: GitAction;
}

/** @throws {CliError} where there is none, or it is damaged. */
export async function readConfig(path: string): Promise<HostConfig> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isConfig(value)) throw new CliError(`${path} is damaged: install the companion again.`);
  return value;
}

function isConfig(value: unknown): value is HostConfig {
  return (
    hasTexts(value, 'browser', 'folder', 'caller') &&
    Object.hasOwn(BROWSERS, value.browser) &&
    'program' in value &&
    hasTexts(value.program, 'node', 'script') &&
    (!('git' in value) || value.git === 'commit' || value.git === 'push')
  );
}

function hasTexts<Name extends string>(value: unknown, ...names: Name[]): value is Record<Name, string> {
  return (
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string')
  );
}

/**
 * Whether the browser names the extension that the companion was installed for. Chromium browsers pass its origin first,
 * Firefox the path of the manifest and then its id.
 */
export function isCalledRightly({ caller }: HostConfig, { family }: HostBrowser, args: readonly string[]): boolean {
  return family === 'gecko' ? args[1] === caller : args[0] === caller;
}
