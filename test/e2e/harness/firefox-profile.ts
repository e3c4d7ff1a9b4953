import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from './test-browser.ts';

/** The folders of a Firefox that belongs to one test. */
export interface FirefoxProfile {
  readonly home: string;
  readonly downloads: string;
}

/** Writes a fresh profile that asks the person nothing and loads nothing from the net. */
export function writeFirefoxProfile(options: LaunchOptions): FirefoxProfile {
  const home = options.profile ?? mkdtempSync(join(tmpdir(), 'jianbao-firefox-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const preferences = Object.entries(preferencesFor(options, downloads))
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
  writeFileSync(join(home, 'user.js'), preferences);
  return { home, downloads };
}

function preferencesFor(
  { site, dark }: LaunchOptions,
  downloads: string,
): Readonly<Record<string, string | number | boolean>> {
  return {
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.aboutConfig.showWarning': false,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.security.https_first': false,
    'extensions.update.enabled': false,
    // An extension that is installed for the session is the same one after a restart, with what it has stored.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // A permission that is asked for after a press is given.
    'extensions.webextOptionalPermissionPrompts': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'marionette.port': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // The site is the proxy, so that every host is the site.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': site.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': site.port,
    'services.settings.server': 'data:,#',
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    // What the pages of an extension go by.
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
  };
}
