import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PRELOADS = fileURLToPath(new URL('./preloads/', import.meta.url));
// Below node_modules, so that the built file finds the packages that it imports.
const FOLDER = `${ROOT}node_modules/.cache/jianbao-faults-${process.pid}`;

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Names of files in `preloads/` that are loaded first. */
  readonly preloads?: readonly string[];
}

/** Builds a program of `test/faults/programs`, once; returns the path of the file. */
export async function buildProgram(name: string): Promise<string> {
  const path = `${FOLDER}/${name}.js`;
  if (existsSync(path)) return path;
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: { ssr: `test/faults/programs/${name}.ts`, outDir: FOLDER, emptyOutDir: false, minify: false },
  });
  return path;
}

/** Options of Node that load files of `preloads/` before a program. */
export function preloading(names: readonly string[]): string {
  return names.map((name) => `--import=${PRELOADS}${name}.mjs`).join(' ');
}

/** Runs a program as a process of its own, to its end or its death. */
export async function runProgram(
  name: string,
  input: unknown,
  { env = {}, preloads = [] }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [await buildProgram(name), JSON.stringify(input)], {
    env: { ...process.env, NODE_OPTIONS: preloading(preloads), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, lines: stdout.split('\n').filter((line) => line !== ''), stderr });
    });
  });
}
