import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '../built-cli.ts';

/** Where Linux browsers look, as their documentation says it. */
const PLACES: Readonly<Record<string, string>> = {
  firefox: '.mozilla/native-messaging-hosts',
  chromium: '.config/chromium/NativeMessagingHosts',
  chrome: '.config/google-chrome/NativeMessagingHosts',
  edge: '.config/microsoft-edge/NativeMessagingHosts',
};

export interface InstalledCompanion {
  readonly home: string;
  /** What the browser reads, and its content. */
  readonly manifestPath: string;
  readonly manifest: {
    readonly path: string;
    readonly allowed_extensions?: string[];
    readonly allowed_origins?: string[];
  };
  /** What the browser says to the program that it starts. */
  readonly browserArguments: readonly string[];
}

/** A home folder of its own, gone after the test. */
export function temporaryHome(): { home: string; env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return { home, env: { HOME: home, XDG_CONFIG_HOME: '' } };
}

/** Runs `jianbao host install` and reads what the browser would read. */
export async function installCompanion(browser: string, folder: string): Promise<InstalledCompanion> {
  const { home, env } = temporaryHome();
  const { code, stderr } = await runCli(['host', 'install', '--browser', browser, '--folder', folder], { env });
  if (code !== 0) throw new Error(stderr);
  const manifestPath = join(home, PLACES[browser] ?? '', 'app.jianbao.companion.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as InstalledCompanion['manifest'];
  const { allowed_extensions: [extension] = [], allowed_origins: [origin] = [] } = manifest;
  return { home, manifestPath, manifest, browserArguments: extension ? [manifestPath, extension] : [origin ?? ''] };
}
