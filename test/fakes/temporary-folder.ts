import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real folder, removed after its test. */
export interface TemporaryFolder {
  readonly path: string;
  /** Every file below it, path to content. */
  files(): Record<string, string>;
  write(path: string, content: string): void;
  remove(path: string): void;
}

/** @param atEnd `afterAll` for a folder that the tests of a file share. */
export function temporaryFolder(atEnd: (remove: () => void) => void = onTestFinished): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'jianbao-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    files() {
      const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
      const files = names.filter((name) => statSync(name).isFile());
      return Object.fromEntries(files.map((name) => [relative(path, name), readFileSync(name, 'utf8')]));
    },
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    remove(name) {
      rmSync(join(path, name), { recursive: true });
    },
  };
}
