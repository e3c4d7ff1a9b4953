import { spawn } from 'node:child_process';

/** What a command whose time was up answers, as coreutils' `timeout` does. */
export const TIME_UP = 124;

/**
 * Runs a command, passes its output through, and returns its exit code. Whatever it has started ends with it: a browser that
 * is left behind would hold our output open for ever.
 *
 * @param seconds after which it is stopped.
 */
export function runCommand(program: string, args: readonly string[], seconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const endAll = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of it is left.
      }
    };
    let isTimeUp = false;
    const timer = setTimeout(() => {
      isTimeUp = true;
      endAll();
    }, seconds * 1000);
    const onSignal = (): void => {
      endAll();
      process.exit(130);
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const finish = (): void => {
      clearTimeout(timer);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      endAll();
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('exit', (code) => {
      finish();
      resolve(isTimeUp ? TIME_UP : (code ?? 1));
    });
  });
}
