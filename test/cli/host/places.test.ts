import { expect, it } from 'vitest';
import { BROWSERS } from '../../../src/cli/host/browsers.ts';
import { launcherText } from '../../../src/cli/host/launcher-text.ts';
import { type HostSystem, placesFor } from '../../../src/cli/host/places.ts';

const LINUX: HostSystem = { platform: 'linux', home: '/home/ana', env: {} };
const MAC: HostSystem = { platform: 'darwin', home: '/Users/ana', env: { XDG_CONFIG_HOME: '/elsewhere' } };
const WINDOWS: HostSystem = {
  platform: 'win32',
  home: 'C:\\Users\\ana',
  env: { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' },
};

function places(key: string, system: HostSystem) {
  const browser = BROWSERS[key];
  if (!browser) throw new Error(`no browser ${key}`);
  return placesFor(key, browser, system);
}

it.each([
  ['firefox', LINUX, '/home/ana/.mozilla/native-messaging-hosts'],
  ['edge', LINUX, '/home/ana/.config/microsoft-edge/NativeMessagingHosts'],
  ['chromium', { ...LINUX, env: { XDG_CONFIG_HOME: '/home/ana/cfg' } }, '/home/ana/cfg/chromium/NativeMessagingHosts'],
  ['firefox', MAC, '/Users/ana/Library/Application Support/Mozilla/NativeMessagingHosts'],
  ['chrome', MAC, '/Users/ana/Library/Application Support/Google/Chrome/NativeMessagingHosts'],
])('%s finds the manifest where it looks: %j', (key, system, folder) => {
  expect(places(key, system).manifest).toBe(`${folder}/app.jianbao.companion.json`);
});

it('tells Windows by the registry', () => {
  expect(places('edge', WINDOWS)).toEqual({
    manifest: 'C:\\Users\\ana\\AppData\\Roaming\\Jianbao\\edge-app.jianbao.companion.json',
    launcher: 'C:\\Users\\ana\\AppData\\Roaming\\Jianbao\\companion-edge.bat',
    config: 'C:\\Users\\ana\\AppData\\Roaming\\Jianbao\\companion-edge.json',
    registryKey: 'HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\app.jianbao.companion',
  });
});

it('starts paths as they are written, on every system', () => {
  const program = { node: "/opt/it's/node", script: '/a b/$HOME.js' };
  expect(launcherText(program, '/c.json', 'linux')).toBe(
    `#!/bin/sh\nexec '/opt/it'\\''s/node' '/a b/$HOME.js' host run --config '/c.json' -- "$@"\n`,
  );
  expect(launcherText({ node: 'C:\\100%\\node.exe', script: 'C:\\cli.js' }, 'C:\\c.json', 'win32')).toBe(
    '@echo off\r\nchcp 65001 >nul\r\n"C:\\100%%\\node.exe" "C:\\cli.js" host run --config "C:\\c.json" -- %*\r\n',
  );
});
