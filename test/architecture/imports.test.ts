import { describe, expect, it } from 'vitest';
import { layerOf, type SourceFile, sourceFiles } from './source-files.ts';

/** Which layers a layer may import besides itself, and whether it may use npm packages and Node. */
const LAYERS: Readonly<Record<string, { layers: readonly string[]; packages: boolean; node: boolean }>> = {
  core: { layers: [], packages: true, node: false },
  i18n: { layers: ['core'], packages: false, node: false },
  platform: { layers: ['core'], packages: true, node: false },
  settings: { layers: ['core', 'platform'], packages: false, node: false },
  library: { layers: ['core'], packages: true, node: false },
  sync: { layers: ['core', 'library'], packages: true, node: false },
  content: { layers: ['core'], packages: false, node: false },
  background: {
    layers: ['core', 'i18n', 'library', 'platform', 'settings', 'sync'],
    packages: false,
    node: false,
  },
  ui: { layers: ['core', 'i18n', 'library', 'platform', 'settings', 'sync'], packages: true, node: false },
  cli: { layers: ['core', 'sync'], packages: true, node: true },
};

/** Of these layers outsiders may import these files only. */
const DOORS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cli: { sync: ['src/sync/companion/protocol.ts', 'src/sync/folder/directory.ts'] },
};

const files = sourceFiles('src');

function forbiddenImport(file: SourceFile, target: string): boolean {
  const from = layerOf(file.path);
  const rule = LAYERS[from];
  if (!rule) return true;
  if (target.startsWith('node:')) return !rule.node;
  if (target.startsWith('_locales/')) return !['i18n', 'ui', 'cli'].includes(from);
  if (!target.startsWith('src/')) return !rule.packages;
  const to = layerOf(target);
  if (to === from) return false;
  const door = DOORS[from]?.[to];
  return !rule.layers.includes(to) || (door !== undefined && !door.includes(target));
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
