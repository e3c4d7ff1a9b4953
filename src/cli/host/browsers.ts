import { createHash } from 'node:crypto';
import manifest from '../../../manifest.json' with { type: 'json' };

/** A browser, and where it looks for the hosts of the user. */
export interface HostBrowser {
  readonly name: string;
  /** Firefox names extensions by their id, Chromium browsers by their origin. */
  readonly family: 'gecko' | 'chromium';
  /** Below the home folder. */
  readonly linux: string;
  readonly darwin: string;
  /** A key of the registry, below `HKEY_CURRENT_USER`. */
  readonly win32: string;
}

/**
 * Sources: Chrome for Developers, “Native messaging” (also Chromium); Microsoft Learn, “Native messaging” (Edge); MDN,
 * “Native manifests” (Firefox).
 */
export const BROWSERS: Readonly<Record<string, HostBrowser>> = {
  firefox: {
    name: 'Firefox',
    family: 'gecko',
    linux: '.mozilla/native-messaging-hosts',
    darwin: 'Library/Application Support/Mozilla/NativeMessagingHosts',
    win32: 'Software\\Mozilla\\NativeMessagingHosts',
  },
  chrome: {
    name: 'Chrome',
    family: 'chromium',
    linux: '.config/google-chrome/NativeMessagingHosts',
    darwin: 'Library/Application Support/Google/Chrome/NativeMessagingHosts',
    win32: 'Software\\Google\\Chrome\\NativeMessagingHosts',
  },
  edge: {
    name: 'Edge',
    family: 'chromium',
    linux: '.config/microsoft-edge/NativeMessagingHosts',
    darwin: 'Library/Application Support/Microsoft Edge/NativeMessagingHosts',
    win32: 'Software\\Microsoft\\Edge\\NativeMessagingHosts',
  },
  chromium: {
    name: 'Chromium',
    family: 'chromium',
    linux: '.config/chromium/NativeMessagingHosts',
    darwin: 'Library/Application Support/Chromium/NativeMessagingHosts',
    win32: 'Software\\Chromium\\NativeMessagingHosts',
  },
};

/** The extension's id in Firefox. */
const GECKO_ID = manifest.browser_specific_settings.gecko.id;

/**
 * The extension's id in Chromium browsers when it is loaded unpacked: the first half of the hash of the manifest's `key`,
 * its digits written as the letters a to p.
 */
const CHROMIUM_ID = [...createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32)]
  .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
  .join('');

/** What a browser calls the extension that asks for the companion. @param id another one than ours is, where given. */
export function callerName({ family }: HostBrowser, id?: string): string {
  return family === 'gecko' ? (id ?? GECKO_ID) : `chrome-extension://${id ?? CHROMIUM_ID}/`;
}

/** Whether an id is in the browser's form. */
export function isExtensionId({ family }: HostBrowser, id: string): boolean {
  return family === 'gecko' ? /^[\w.{}@+-]+$/.test(id) : /^[a-p]{32}$/.test(id);
}
