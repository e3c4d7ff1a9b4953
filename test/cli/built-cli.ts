import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Below node_modules, so that the built file finds the packages that it imports.
const FOLDER = `${ROOT}node_modules/.cache/jianbao-cli-${process.pid}`;

export interface SaveStatus {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command line from the sources as `npm run build` does; answers the path of the file. */
export async function buildCli(): Promise<string> {
  const path = `${FOLDER}/cli.js`;
  if (existsSync(path)) return path;
  const builder = await createBuilder({
    configFile: `${ROOT}vite.config.ts`,
    logLevel: 'error',
    environments: { cli: { build: { outDir: FOLDER } } },
  });
  const { cli } = builder.environments;
  if (!cli) throw new Error('vite.config.ts has no environment "cli"');
  await builder.build(cli);
  return path;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to run in. */
  readonly cwd?: string;
}

/** On a busy machine any page may take long. */
const SLOW_PAGE = /^jianbao: .*: The page took [\d.]+ s\.\n/gm;

/** Runs the command line as a process of its own, and returns what it says but for the pages that took long. */
export async function runCli(
  args: readonly string[],
  { input = '', env = {}, cwd }: RunOptions = {},
): Promise<SaveStatus> {
  const child = spawn(process.execPath, [await buildCli(), ...args], {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {}); // A process that refuses its arguments ends before it reads.
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, stdout, stderr: stderr.replace(SLOW_PAGE, '') };
}
