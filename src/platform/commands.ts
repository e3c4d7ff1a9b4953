import { browser } from './browser.ts';

/** A keyboard command of the extension and the keys that the browser has for it; empty where none are set. */
export interface Command {
  readonly name: string;
  readonly keys: string;
}

export async function listCommands(): Promise<readonly Command[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}
