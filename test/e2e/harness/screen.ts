import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** An X display for a browser that must be seen, and a hand to press keys and the mouse on it. */
export interface Screen {
  readonly display: string;
  /** Runs xdotool, e.g. `key`, `alt+shift+s`. */
  act(...command: string[]): void;
  /** How many windows are to be seen; an open menu is one. */
  windows(): number;
  close(): void;
}

/** Whether what a screen needs is installed. */
export const canHaveScreen = existsSync('/usr/bin/Xvfb') && existsSync('/usr/bin/xdotool');

/** Starts an X server on a display that is free. */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const display = `:${number}`;
  const xdotool = (...command: string[]): string =>
    execFileSync('xdotool', command, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' });
  return {
    display,
    act: (...command) => void xdotool(...command),
    windows: () => xdotool('search', '--onlyvisible', '--name', '.*').trim().split('\n').length,
    close: () => void server.kill(),
  };
}
