import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILT = fileURLToPath(new URL('../../dist/chrome/', import.meta.url));

export interface Size {
  readonly bytes: number;
  readonly gzip: number;
}

/** What built files weigh together, by their paths below `dist/chrome/`. */
export function sizeOf(...paths: readonly string[]): Size {
  const files = paths.map((path) => readFileSync(BUILT + path));
  return {
    bytes: files.reduce((total, file) => total + file.length, 0),
    gzip: files.reduce((total, file) => total + gzipSync(file, { level: 9 }).length, 0),
  };
}

export function contentScriptSize(): Size {
  return sizeOf('content.js');
}

/** The popup's page with everything that it loads before the story is on the screen. */
export function popupSize(): Size {
  return sizeOf(...withWhatTheyName('ui/popup/index.html'));
}

/** What the popup loads then: its editor, with all that this imports. */
export function editorSize(): Size {
  return sizeOf(...withWhatTheyName('assets/popup.js'));
}

/** Built files with all that they name and import, not with what they load later. */
export function withWhatTheyName(...paths: readonly string[]): readonly string[] {
  const found = new Set(paths);
  for (const path of found) {
    const text = readFileSync(BUILT + path, 'utf8');
    const references = path.endsWith('.html')
      ? text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)
      : path.endsWith('.js')
        ? text.matchAll(/(?:\bfrom|^import|[;}]import)\s*"(\.[^"]+\.js)"/gm)
        : [];
    for (const [, reference = ''] of references) {
      found.add(reference.startsWith('/') ? reference.slice(1) : posix.join(posix.dirname(path), reference));
    }
  }
  return [...found];
}

/** Bytes of a store package, packed as it is released. */
export function packageSize(): number {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync(process.execPath, ['scripts/run-typescript.mjs', 'scripts/package.ts'], { cwd: root });
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  return statSync(`${root}dist/jianbao-${version}-chrome.zip`).size;
}

/** Bytes of script that the manifest puts into every page that is opened. */
export function alwaysInjected(): number {
  const manifest = JSON.parse(readFileSync(`${BUILT}manifest.json`, 'utf8')) as {
    content_scripts?: readonly { readonly js?: readonly string[] }[];
  };
  return (manifest.content_scripts ?? [])
    .flatMap(({ js = [] }) => js)
    .reduce((total, path) => total + sizeOf(path).bytes, 0);
}
