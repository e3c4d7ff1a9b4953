import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the project. `path` is from the project's root, `/`-separated. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The same with comments and the insides of strings blanked: only code is left. */
  readonly code: string;
  /** What it imports or re-exports, types too: a path from the root, or the name of a package. */
  readonly imports: readonly string[];
}

/** All TypeScript files below a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, code: codeOf(text), imports: importsOf(path, text) };
    });
}

/** The first folder below `src`: `src/core/post/slug.ts` → `core`. */
export function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return target.startsWith('.') ? posix.normalize(`${dirname(path)}/${target}`) : target;
  });
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

function codeOf(text: string): string {
  return text.replace(COMMENT_OR_STRING, (found) => found.replace(/[^\n]/g, ' '));
}
