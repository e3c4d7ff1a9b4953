import { browser } from './browser.ts';

/** A keyboard command of the extension and the keys that the browser has for it; empty where none are set. */
export interface Command {
  readonly name: string;
  readonly keys: string;
}

/** Empty where the browser has no keyboard commands: Firefox for Android. */
export async function listCommands(): Promise<readonly Command[]> {
  const api: typeof browser.commands | undefined = browser.commands;
  const commands = (await api?.getAll()) ?? [];
  return commands.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}
