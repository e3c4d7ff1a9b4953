import { isRecord } from '../core/model/is-record.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './schema.ts';

const KEY = 'settings';

/** The user's settings as they are now. */
export async function loadSettings(): Promise<Settings> {
  return unpack(await readStored(KEY));
}

/** Changes some settings and leaves the others. Returns all of them as they are then. */
export async function changeSettings(changes: Partial<Settings>): Promise<Settings> {
  const settings = readSettings({ ...(await loadSettings()), ...changes });
  await writeStored(KEY, { version: MIGRATIONS.length, settings });
  return settings;
}

function unpack(stored: unknown): Settings {
  const { version, settings } = isRecord(stored) ? stored : {};
  if (!isRecord(settings)) return DEFAULT_SETTINGS;
  return readSettings(migrate(settings, typeof version === 'number' ? version : 0));
}
