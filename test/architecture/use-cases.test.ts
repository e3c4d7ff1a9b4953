import { describe, expect, it } from 'vitest';
import { layerOf, type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles('src');
const outside = (...folders: readonly string[]): SourceFile[] =>
  files.filter(({ path }) => !folders.some((folder) => path.startsWith(`src/${folder}`)));
/** The paths of the files whose code matches; comments and strings aside. */
const matching = (among: readonly SourceFile[], pattern: RegExp): string[] =>
  among.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

describe('the library', () => {
  it('opens its own transactions: others use its queries and commands', () => {
    expect(
      matching(outside('library/'), /\.transaction\(|\btransact\(|\bopenDB\(|\bindexedDB\b|\.objectStore\(/),
    ).toEqual([]);
    expect(matching(files, /\btransact\(/)).toContain('src/library/commands/save-clip.ts');
  });

  it('shows of its store only what opens it, tells of changes and of room', () => {
    const shown = ['changes', 'database', 'storage-estimate'].map((name) => `src/library/store/${name}.ts`);
    const used = outside('library/').flatMap(({ imports }) =>
      imports.filter((to) => to.startsWith('src/library/store/')),
    );
    expect([...new Set(used)].sort()).toEqual(shown);
  });
});

describe('a save', () => {
  it('is assembled and kept by one function in app/', () => {
    const keeps = /import \{[^}]*\bsaveClip\b[^}]*\} from '[./]*library\/commands\/save-clip\.ts'/;
    expect(
      outside('library/')
        .filter(({ text }) => keeps.test(text))
        .map(({ path }) => path),
    ).toEqual(['src/app/save-clip.ts']);
    expect(matching(files, /\bfunction assembleSave\(/)).toEqual(['src/app/save-clip.ts']);
    expect(matching(files, /(?<!function )\bassembleSave\(/)).toEqual([
      'src/app/keep-pending-save.ts',
      'src/app/run-job.ts',
      'src/background/quick-clip.ts',
    ]);
  });

  it('has no row made by a surface', () => {
    const surfaces = files.filter(({ path }) => ['ui', 'background', 'cli', 'app'].includes(layerOf(path)));
    expect(matching(surfaces, /\b(clipRow|clipContent)\(/)).toEqual([]);
  });

  it('of the command line goes through app/ to the same folder target', () => {
    const cli = files.filter(({ path }) => layerOf(path) === 'cli');
    expect(cli.filter(({ imports }) => imports.includes('src/app/save-post.ts'))).not.toEqual([]);
  });
});

describe('a kind of target', () => {
  const kinds = files.filter(({ path }) => /^src\/delivery\/targets\/[\w-]+\/[\w-]+-kind\.ts$/.test(path));
  const listed = ['src/delivery/targets/server-kinds.ts', 'src/delivery/targets/target-kinds.ts'];

  it.each(kinds.map(({ path, text }) => [path, /export const (\w+Kind)\b/.exec(text)?.[1] ?? ''] as const))(
    'is one folder and one line of a list: %s',
    (path, name) => {
      expect(name).not.toBe('');
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const named = matching(files, new RegExp(`\\b${name}\\b`)).filter((other) => !other.startsWith(folder));
      expect(named).toHaveLength(1);
      expect(listed).toContain(named[0]);
      // The import, and the line of the list.
      const list = files.find((file) => file.path === named[0]);
      expect(list?.code.match(new RegExp(`\\b${name}\\b`, 'g'))).toHaveLength(2);
    },
  );

  it('is there for the companion, as for every other', () => {
    expect(kinds.map(({ path }) => path)).toContain('src/delivery/targets/companion/companion-kind.ts');
  });
});
