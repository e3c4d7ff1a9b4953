import { describe, expect, it } from 'vitest';
import { layerOf, type SourceFile, sourceFiles } from './source-files.ts';

interface Room {
  /** The rooms it may import from besides itself. A folder allows all rooms below it. */
  readonly imports: readonly string[];
  readonly packages?: true;
  readonly node?: true;
  readonly locales?: true;
}

/**
 * The layers, from the lowest up: a room is a folder below `src/`, and a file belongs to the longest room that it is
 * in. A file may import from the rooms named here and from no other.
 */
const ROOMS: Readonly<Record<string, Room>> = {
  'core/model': { imports: [], packages: true },
  'core/text': { imports: ['core/model'], packages: true },
  'core/dates': { imports: ['core/model', 'core/text'] },
  'core/languages': { imports: ['core/model'] },
  'core/sites': { imports: ['core/model', 'core/text', 'core/dates'], packages: true },
  'core/markdown': { imports: ['core/model', 'core/text'], packages: true },
  'core/metadata': { imports: ['core/model', 'core/text', 'core/dates', 'core/languages', 'core/sites'] },
  'core/extract': {
    imports: ['core/model', 'core/text', 'core/languages', 'core/sites', 'core/metadata'],
    packages: true,
  },
  'core/highlights': { imports: ['core/model', 'core/text'] },
  'core/blocks': { imports: ['core/model', 'core/text', 'core/extract', 'core/sites'] },
  'core/pages': { imports: ['core'] },
  'core/post': { imports: ['core/model', 'core/text', 'core/dates', 'core/highlights'], packages: true },
  core: { imports: ['core'], packages: true },
  i18n: { imports: ['core'], locales: true },
  platform: { imports: ['core'], packages: true },
  settings: { imports: ['core', 'platform'], packages: true },
  'library/model': { imports: ['core'], packages: true },
  'library/posts': { imports: ['core', 'library/model'], packages: true },
  'library/store': { imports: ['core', 'library/model'], packages: true },
  'library/queries': { imports: ['core', 'library/model', 'library/posts', 'library/store'], packages: true },
  library: { imports: ['core', 'library'], packages: true },
  delivery: { imports: ['core', 'library'], packages: true },
  jobs: { imports: ['core', 'library'] },
  content: { imports: ['core'] },
  // Feeds and their stories, for the command line and for pages of the extension alike.
  feeds: { imports: ['core', 'library/model'], packages: true },
  app: { imports: ['core', 'delivery', 'feeds', 'jobs', 'library', 'platform', 'settings'], packages: true },
  background: { imports: ['app', 'core', 'delivery', 'i18n', 'jobs', 'library', 'platform', 'settings'] },
  ui: {
    imports: ['app', 'core', 'delivery', 'feeds', 'i18n', 'library', 'platform', 'settings'],
    packages: true,
    locales: true,
  },
  cli: {
    imports: ['app', 'core', 'delivery', 'feeds', 'library/model', 'library/posts'],
    packages: true,
    node: true,
    locales: true,
  },
};

/** From these rooms outsiders may import these files only. */
const ALLOWED_ENTRY_FILES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cli: {
    // Of the use cases those that need no browser.
    app: ['src/app/fresh-draft.ts', 'src/app/save-post.ts'],
    delivery: [
      'src/delivery/back-off.ts',
      'src/delivery/http/retry-after.ts',
      'src/delivery/map-parallel.ts',
      'src/delivery/sha-256.ts',
      'src/delivery/target.ts',
      'src/delivery/targets/companion/protocol.ts',
      'src/delivery/targets/folder/directory.ts',
      'src/delivery/targets/folder/folder-target.ts',
      'src/delivery/targets/folder/with-folder-claim.ts',
      'src/delivery/targets/git-host/commit-message.ts',
      'src/delivery/targets/server-kinds.ts',
      'src/delivery/targets/target-kind.ts',
      'src/delivery/targets/target-test.ts',
    ],
  },
};

const files = sourceFiles('src');

/** The longest room that a path is in; empty where it is in none. */
function roomOf(path: string): string {
  const folders = path.split('/').slice(1, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const room = folders.slice(0, depth).join('/');
    if (ROOMS[room]) return room;
  }
  return '';
}

function forbiddenImport(file: SourceFile, target: string): boolean {
  const from = roomOf(file.path);
  const room = ROOMS[from];
  if (!room) return true;
  if (target.startsWith('node:')) return !room.node;
  if (target.startsWith('_locales/')) return !room.locales;
  if (!target.startsWith('src/')) return !room.packages;
  const to = roomOf(target);
  if (to === from) return false;
  const entries = ALLOWED_ENTRY_FILES[from]?.[layerOf(target)];
  const isAllowed = room.imports.some((allowed) => to === allowed || to.startsWith(`${allowed}/`));
  return !isAllowed || (entries !== undefined && !entries.includes(target));
}

/** The first way round found, as paths; empty where there is none. */
function findCycle(all: readonly SourceFile[]): string[] {
  const importsOf = new Map(all.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of importsOf.get(path) ?? []) {
      const cycle = walk(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of all) {
    const cycle = walk(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('who may import whom', () => {
  it('finds the source and its imports', () => {
    const clipDocument = files.find(({ path }) => path === 'src/core/clip-document.ts');
    expect(clipDocument?.imports).toContain('src/core/article-of-story.ts');
  });

  it('is as the table says', () => {
    const found = files.flatMap((file) =>
      file.imports.filter((target) => forbiddenImport(file, target)).map((target) => `${file.path} imports ${target}`),
    );
    expect(found).toEqual([]);
  });

  it('never goes round', () => {
    expect(findCycle(files)).toEqual([]);
  });

  it('would see a way round', () => {
    const file = (path: string, ...imports: string[]): SourceFile => ({ path, text: '', code: '', imports });
    expect(findCycle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b']);
  });

  it('writes the extension of our own files', () => {
    const found = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => /^(src|_locales)\//.test(target) && !/\.\w+$/.test(target))
        .map((to) => `${path}: ${to}`),
    );
    expect(found).toEqual([]);
  });
});
