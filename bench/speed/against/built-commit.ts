import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Another commit of the project, built. */
export interface BuiltCommit {
  readonly folder: string;
  /** Removes what was built for this run. */
  remove(): void;
}

/**
 * Builds a commit in a temporary folder with the packages of its own lockfile. A checkout that is built already, named by
 * its path, is used as it is.
 *
 * @throws {Error} where a step fails.
 */
export function builtCommit(commit: string): BuiltCommit {
  return existsSync(join(commit, 'dist')) ? { folder: commit, remove: () => {} } : build(commit);
}

function build(commit: string): BuiltCommit {
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
