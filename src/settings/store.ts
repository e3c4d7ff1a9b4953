import { readStored, writeStored } from '../platform/storage.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { readSettings, type Settings } from './schema.ts';

const KEY = 'settings';

/** The user's settings as they are now. */
export async function loadSettings(): Promise<Settings> {
  return unpack(await readStored(KEY));
}

/** Changes some settings and leaves the others. Gives all of them as they are then. */
export async function changeSettings(changes: Partial<Settings>): Promise<Settings> {
  const settings = readSettings({ ...(await loadSettings()), ...changes });
  await writeStored(KEY, { version: MIGRATIONS.length, settings });
  return settings;
}

function unpack(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null || !('settings' in stored)) return readSettings({});
  const version = 'version' in stored && typeof stored.version === 'number' ? stored.version : 0;
  const { settings } = stored;
  return readSettings(typeof settings === 'object' && settings !== null ? migrate({ ...settings }, version) : {});
}
