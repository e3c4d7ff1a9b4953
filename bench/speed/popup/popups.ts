import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackedId } from '../../../test/e2e/harness/unpacked-id.ts';
import { buildScript } from '../../build-script.ts';

/** An extension whose popup is timed, unpacked in a folder of its own. */
export interface TimedPopup {
  readonly name: string;
  readonly folder: string;
  /** Chromium's id for an extension loaded from that folder. */
  readonly id: string;
  /** Opens a page for new users when it is installed. */
  readonly welcomes: boolean;
}

const BUILT = fileURLToPath(new URL('../../../dist/chrome', import.meta.url));
const PAGE = 'ui/popup/index.html';

/** Jianbao as it was built, with a stopwatch in its popup that stops when the story's text is painted. */
export function jianbaoPopup(home: string, name = 'jianbao', built = BUILT): TimedPopup {
  const folder = join(home, name);
  cpSync(built, folder, { recursive: true });
  dropKey(folder);
  const page = readFileSync(join(folder, PAGE), 'utf8');
  writeFileSync(join(folder, PAGE), page.replace('<script', '<script src="/stopwatch.js"></script><script'));
  writeFileSync(join(folder, 'stopwatch.js'), `(${stopwatch})('.story:not([hidden])')`);
  return { name, folder, id: unpackedId(folder), welcomes: true };
}

/** Without its key an extension has the id of its folder: two builds of one key would replace each other. */
function dropKey(folder: string): void {
  const file = join(folder, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify(manifest));
}

/** The least that a clipper's popup can do: it asks the page for its title, and shows it. The same stopwatch runs. */
export function emptyPopup(home: string): TimedPopup {
  return plainPopup(home, 'empty popup', showTitle);
}

/** What is injected by the popups of other clippers, each of which shows what its script answers. */
export const CLIPPERS = {
  'clone + readability': 'readability-clip.ts',
  'bare popup': 'bare-clip.ts',
  defuddle: 'defuddle-clip.ts',
} as const;

/** The least that a clipper can do: one script in the page, its text in the popup. */
export async function clipperPopup(home: string, name: keyof typeof CLIPPERS): Promise<TimedPopup> {
  const popup = plainPopup(home, name, showText);
  const script = await buildScript(new URL(CLIPPERS[name], import.meta.url), false);
  writeFileSync(join(popup.folder, 'clip.js'), `${script}\n;globalThis.clippedText`);
  return popup;
}

function plainPopup(home: string, name: string, show: () => Promise<void>): TimedPopup {
  const folder = join(home, name);
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['activeTab', 'scripting'],
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(
    join(folder, 'popup.html'),
    `<!doctype html><meta charset="utf-8"><html style="width:420px;height:600px"><script src="stopwatch.js"></script>
    <script src="popup.js" type="module"></script><p id="title"></p>`,
  );
  writeFileSync(join(folder, 'popup.js'), `(${show})()`);
  writeFileSync(join(folder, 'stopwatch.js'), `(${stopwatch})('#title')`);
  return { name, folder, id: unpackedId(folder), welcomes: false };
}

// What follows runs in the popups.

declare const chrome: {
  tabs: { query(what: { active: boolean; currentWindow: boolean }): Promise<{ id: number }[]> };
  scripting: {
    executeScript(
      what: { target: { tabId: number } } & ({ func: () => string } | { files: readonly string[] }),
    ): Promise<{ result: string }[]>;
  };
};

async function showTitle(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    func: () => document.title,
  });
  const shown = document.querySelector('#title');
  if (shown) shown.textContent = frame?.result ?? '';
}

async function showText(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: ['clip.js'] });
  const shown = document.querySelector('#title');
  if (shown) shown.textContent = frame?.result ?? '';
}

/**
 * Tells the site at which moment the first text in an element was on the screen, and when anything was painted first, by
 * asking for a picture of that name: an extension's page may fetch nothing else from a site.
 */
function stopwatch(selector: string): void {
  const report = (path: string): void => {
    new Image().src = `http://stopwatch.example/${path}.gif`;
  };
  const look = (): void => {
    if (!document.querySelector(selector)?.textContent) return;
    watch.disconnect();
    // The frame with the text in it is painted when a task after it has its turn.
    requestAnimationFrame(() =>
      setTimeout(() => {
        const shown = performance.timeOrigin + performance.now();
        // The entry of a frame comes after the frame.
        new PerformanceObserver((paints, observer) => {
          const [first] = paints.getEntriesByName('first-contentful-paint');
          if (!first) return;
          observer.disconnect();
          report(`${shown}/${performance.timeOrigin + first.startTime}`);
        }).observe({ type: 'paint', buffered: true });
      }),
    );
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}
