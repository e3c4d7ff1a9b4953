import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FINISH_PART, PART_NAMES, partFile } from '../../src/core/parts/part-names.ts';

const CHROME = 'dist/chrome';

/** Bytes, whole and by gzip. */
function weigh(paths: readonly string[]): { plain: number; gzip: number } {
  const files = paths.map((path) => readFileSync(join(CHROME, path)));
  return {
    plain: files.reduce((sum, file) => sum + file.length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  };
}

/** The scripts that a page of ours cannot start without: those it names, and what they import, not what they load later. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(CHROME, page), 'utf8');
  return withImports(
    [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => join(dirname(page), path ?? '')),
  );
}

function withImports(scripts: readonly string[]): string[] {
  const found = new Set<string>();
  const queue = [...scripts];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = readFileSync(join(CHROME, path), 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
      queue.push(join(dirname(path), imported ?? ''));
    }
  }
  return [...found];
}

describe('the background', () => {
  // A service worker may not: https://html.spec.whatwg.org/multipage/webappapis.html#hostimportmoduledynamically
  it('loads no script later than at its start', () => {
    const scripts = withImports(['background.js']);
    expect(scripts.length).toBeGreaterThan(3);
    for (const path of scripts) expect(readFileSync(join(CHROME, path), 'utf8'), path).not.toMatch(/\bimport\(/);
  });
});

describe('what is sent into pages and shown first stays small', () => {
  it('puts nothing into a page that is not clipped', () => {
    const manifest = JSON.parse(readFileSync(join(CHROME, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['web_accessible_resources']).toBeUndefined();
    expect(manifest['host_permissions']).toBeUndefined();
  });

  // The aims are 140 kB, 45 kB by gzip; these figures only go down.
  it('holds the script that is injected', () => {
    const { plain, gzip } = weigh(['content.js']);
    expect(plain).toBeLessThanOrEqual(115_000);
    expect(gzip).toBeLessThanOrEqual(42_500);
  });

  it.each(PART_NAMES)('keeps in a file of its own what only some pages need: %s', (name) => {
    const { plain, gzip } = weigh([partFile(name)]);
    expect(plain).toBeGreaterThan(4_000);
    expect(gzip).toBeLessThanOrEqual(7_700);
  });

  it('keeps what finishes a clip out of the page where the popup can do it', () => {
    expect(weigh([partFile(FINISH_PART)]).gzip).toBeLessThanOrEqual(26_500);
  });

  it('holds what the popup needs to be up', () => {
    const page = 'ui/popup/index.html';
    const styles = [...readFileSync(join(CHROME, page), 'utf8').matchAll(/href="([^"]+\.css)"/g)];
    expect(styles.length).toBeGreaterThan(0);
    const paths = styles.map(([, path]) => join(dirname(page), path ?? ''));
    expect(weigh([page, ...paths, ...scriptsOf(page)]).gzip).toBeLessThanOrEqual(40_000);
  });
});
