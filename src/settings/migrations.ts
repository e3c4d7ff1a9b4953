/** Settings as an earlier version left them. */
type Stored = Readonly<Record<string, unknown>>;

/**
 * The step at index n takes settings of version n to version n + 1. Append; never change or remove a step: someone
 * still has settings of that version. Version 0 is the first release.
 */
export const MIGRATIONS: readonly ((old: Stored) => Stored)[] = [];

/** The settings as the newest version knows them. Settings of a newer version than this (a downgrade) stay as they are. */
export function migrate(stored: Stored, version: number, steps = MIGRATIONS): Stored {
  return steps.slice(version).reduce((settings, step) => step(settings), stored);
}
