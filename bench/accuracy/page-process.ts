import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A page of an evaluation set. */
export interface PageLine {
  readonly id: string;
  readonly url: string;
  readonly html: string;
}

/** Generous: on a busy machine a page of a few seconds' work takes minutes. */
const ANSWER_WITHIN_MS = 240_000;

/**
 * A process that reads a page a line and answers a line. One that dies or thinks for too long costs that page only:
 * the next page gets a new process.
 */
export class PageProcess {
  readonly #command: readonly string[];
  #child: ChildProcess | undefined;
  #settle: ((answer: string | Error) => void) | undefined;

  constructor(command: readonly string[]) {
    this.#command = command;
  }

  /**
   * The answer's line.
   *
   * @throws {Error} where the process returns none; it is restarted for the next page.
   */
  async ask({ id, url, html }: PageLine): Promise<string> {
    const child = this.#child ?? this.#start();
    const answer = await new Promise<string | Error>((resolve) => {
      const timer = setTimeout(() => resolve(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)), ANSWER_WITHIN_MS);
      this.#settle = (given) => {
        clearTimeout(timer);
        resolve(given);
      };
      child.stdin?.write(`${JSON.stringify({ id, url, html })}\n`);
    });
    this.#settle = undefined;
    if (typeof answer === 'string') return answer;
    this.close();
    throw answer;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const [file = '', ...args] = this.#command;
    // UTC, as the truth of the sets is read; a result must not depend on it.
    const child = spawn(file, args, { env: { ...process.env, TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface({ input: child.stdout }).on('line', (line) => this.#settle?.(line));
    child.on('exit', (code, signal) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#settle?.(new Error(`the process ended: ${code ?? signal}`));
    });
    child.stdin.on('error', (error) => this.#settle?.(error));
    this.#child = child;
    return child;
  }
}
