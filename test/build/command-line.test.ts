import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The files that a script imports before it runs, itself included, and the packages that they name. */
function startOf(script: string): { readonly files: ReadonlySet<string>; readonly packages: readonly string[] } {
  const files = new Set([script]);
  const packages: string[] = [];
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^import (?:.* from )?"([^"]+)";$/gm)) {
      if (name.startsWith('.')) files.add(join(dirname(file), name));
      else if (!isBuiltin(name)) packages.push(name);
    }
  }
  return { files, packages };
}

function bytesOf(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + readFileSync(file).length, 0);
}

describe('the command line starts soon', () => {
  // Every package that Node looks up, and its many small files, are a tenth of a second by themselves.
  it.each([
    ['the list of commands', 'dist/cli.js', 80_000],
    ['a thread that clips', 'dist/cli/clip-worker.js', 1_200_000],
    ['the command for many pages', 'dist/cli/ndjson.js', 760_000],
  ])('loads no package and little else for %s', (_what, script, limit) => {
    const { files, packages } = startOf(script);
    expect(packages).toEqual([]);
    expect(files.size).toBeGreaterThan(1);
    expect(bytesOf(files)).toBeLessThanOrEqual(limit);
  });

  it('keeps what clips a page in the threads alone, with all of Readability', () => {
    const holds = (script: string, text: string): boolean =>
      [...startOf(script).files].some((file) => readFileSync(file, 'utf8').includes(text));
    // What the extension leaves out of Readability changes the HTML of some stories, though no post.
    for (const method of ['_grabArticle', '_cleanStyles']) {
      expect(holds('dist/cli/clip-worker.js', method), method).toBe(true);
    }
    for (const command of ['ndjson', 'clip'])
      expect(holds(`dist/cli/${command}.js`, '_grabArticle'), command).toBe(false);
  });
});
