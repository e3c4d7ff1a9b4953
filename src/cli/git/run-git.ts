import { spawn } from 'node:child_process';

export interface GitResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Hooks may build a site, and a push may be slow. After this git is ended: a question cannot be answered. */
const PATIENCE = 180_000;
const OUTPUT_LIMIT = 4 * 1024 * 1024;

/** What a git around us (a hook that calls us) would impose on ours. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];

/**
 * Runs the machine's own git in a folder. It asks nothing: a passphrase or password has to come from an agent or a
 * credential helper. Paths are taken literally, whatever `:(magic)` they look like.
 *
 * @param input goes to its standard input.
 * @throws {Error} where git is missing, or does not end.
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--literal-pathspecs', ...args], {
      cwd: folder,
      env: environment(),
      timeout: PATIENCE,
    });
    const output = { stdout: '', stderr: '' };
    const collect = (name: 'stdout' | 'stderr') => (part: string) => {
      if (output[name].length < OUTPUT_LIMIT) output[name] += part;
    };
    child.stdout.setEncoding('utf8').on('data', collect('stdout'));
    child.stderr.setEncoding('utf8').on('data', collect('stderr'));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === null) reject(new Error(`git ${args[0]} was ended (${signal})`));
      else resolve({ code, ...output });
    });
    // A git that ends before it has read all says why by its exit code.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(input);
  });
}

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of FOREIGN) delete env[name];
  return {
    ...env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
    GIT_OPTIONAL_LOCKS: '0',
    // An `ssh` that asks for a passphrase would wait for ever.
    SSH_ASKPASS_REQUIRE: env['SSH_ASKPASS_REQUIRE'] ?? 'never',
  };
}
