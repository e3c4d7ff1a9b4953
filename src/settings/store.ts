import * as v from 'valibot';
import { readStored, writeStored } from '../platform/storage.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { readSettings, type Settings } from './schema.ts';

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

/** Made at each call: a page that is open for long has no use for it. */
function storedSchema() {
  return v.object({
    version: v.fallback(v.number(), 0),
    settings: v.fallback(v.record(v.string(), v.unknown()), {}),
  });
}

function unpack(value: unknown): Settings {
  const stored = v.safeParse(storedSchema(), value);
  return readSettings(stored.success ? migrate(stored.output.settings, stored.output.version) : {});
}
