import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Another commit of the project, built in a temporary folder. */
export interface BuiltCommit {
  readonly folder: string;
  remove(): void;
}

/** Builds a commit with the packages of its own lockfile. @throws {Error} where a step fails. */
export function buildCommit(commit: string): BuiltCommit {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-against-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const run = (program: string, ...args: readonly string[]): void => {
    execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    run('git', 'clone', '--quiet', '--no-checkout', fileURLToPath(new URL('../../../', import.meta.url)), '.');
    run('git', 'checkout', '--quiet', commit);
    run('npm', 'ci', '--no-audit', '--no-fund', '--silent');
    run('npm', 'run', '--silent', 'build');
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
