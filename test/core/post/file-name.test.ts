import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../src/core/model/preset.ts';
import { byteLength, cutToBytes, MAX_NAME_BYTES } from '../../../src/core/post/file-name.ts';
import { besidePost, nthPath } from '../../../src/core/post/nth-path.ts';
import { DEFAULT_PRESET, PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { draftWith } from './draft-fixture.ts';

/** What is wrong with a name on some system. */
function faults(name: string): string[] {
  const stem = name.replace(/\.md$/, '');
  const found: [string, boolean][] = [
    ['no .md', !name.endsWith('.md')],
    ['too long', byteLength(name) > MAX_NAME_BYTES],
    ['separator', /[/\\]/.test(name)],
    ['forbidden on Windows', /[<>:"|?*]/.test(name)],
    ['refused by downloads', name.includes('~')],
    ['control or half pair', /[\p{Cc}\p{Cs}]/u.test(name)],
    ['invisible', /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u.test(name)],
    ['not composed', name !== name.normalize('NFC')],
    ['nothing to read', !/[\p{L}\p{N}]/u.test(stem)],
    ['hidden or an option', /^[.\s_#-]/.test(name)],
    ['ends in dot or blank', /[.\s]$/.test(stem)],
    ['device', /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i.test(name)],
  ];
  return found.filter(([, isBad]) => isBad).map(([fault]) => fault);
}

const bare = (template: string): Preset => ({ ...DEFAULT_PRESET, path: template });
const nameOf = (title: string, preset: Preset = bare('{{title | filename}}.md')): string =>
  toPost(draftWith({ title }), preset).path;

const NASTY = [
  '../../../../etc/cron.d/evil',
  '..',
  '.',
  '/',
  '\\',
  'CON',
  'con.tar',
  'aux',
  'NUL .x',
  'com¹',
  'LPT9.md',
  'conin$',
  'The ferry stopped. . ...',
  'a<b>c:d"e/f\\g|h?i*j',
  '???/***:::',
  'invoice\u202efdp.exe',
  '.github/workflows/ci.yml',
  '-rf --no-preserve-root',
  '~ferry~ news~',
  '~',
  '长'.repeat(200),
  `${'x'.repeat(300)}.tar.gz report`,
  '100%25 #1 & $(id)',
  'Cafe\u0301 \u30ab\u3099',
  'ㅤ',
  '\u2800',
  '\u200d',
  '😀',
  '👨‍👩‍👧‍👦'.repeat(40),
  'a\u0000b\u001bc',
  '\ud83d',
  'e\u0301'.repeat(300),
  '﷽'.repeat(90),
  'desktop.ini',
  '____',
  'a／b＼c',
  'a\u2044b',
  '一\u2028二\n三',
  '\ufeff',
  'name.md',
  'name.',
  ' name ',
  '$MFT',
  '…',
  'con\u0301',
]; // prettier-ignore

describe('file names', () => {
  it.each(NASTY)('are legal everywhere: %j', (title) => {
    for (const preset of [bare('{{title | filename}}.md'), bare('{{title}}.md'), bare('{{title | slug}}.md')]) {
      expect(faults(nameOf(title, preset))).toEqual([]);
    }
  });

  it('are legal for any title, in every preset', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(...NASTY),
    );
    fc.assert(
      fc.property(title, fc.constantFrom(...PRESETS), (text, preset) => {
        const { path } = toPost(draftWith({ title: text }), preset);
        const literal = preset.path.split('{{')[0]?.split('/').slice(0, -1).join('/') ?? '';
        expect(path.startsWith(literal)).toBe(true);
        expect(path.split('/')).toHaveLength(preset.path.split('/').length);
        expect(faults(path.split('/').at(-1) ?? '')).toEqual([]);
        for (const folder of path.split('/').slice(0, -1))
          expect(byteLength(folder)).toBeLessThanOrEqual(MAX_NAME_BYTES);
      }),
      { numRuns: 250 },
    );
  });

  it('are the same on every clip, and for both forms of one letter', () => {
    expect(nameOf('Café à Zürich 東京がぎ')).toBe(nameOf('Café à Zürich 東京がぎ'.normalize('NFD')));
    expect(nameOf('😀', bare('{{title | slug}}.md'))).toBe(nameOf('😀', bare('{{title | slug}}.md')));
  });

  it('shorten the page’s words, not the date or the extension', () => {
    const name = nameOf('蓝桥'.repeat(150), bare('{{published | date:"YYYY-MM-DD"}} {{title | filename}}.md'));
    expect(name).toMatch(/^2024-03-05 (?:蓝桥)+蓝?\.md$/);
    expect(byteLength(name)).toBeGreaterThan(MAX_NAME_BYTES - 4);
  });

  it('end at a word where they are shortened', () => {
    const name = nameOf('The ferry keeps sailing '.repeat(20).trim(), bare('{{title | filename}}.md'));
    expect(name).toMatch(/ (?:The|ferry|keeps|sailing)\.md$/);
    expect(byteLength(name)).toBeGreaterThan(MAX_NAME_BYTES - 10);
    const slug = nameOf('Der Fährbetrieb bleibt bestehen '.repeat(20).trim(), bare('{{title | slug}}.md'));
    expect(slug).toMatch(/-(?:der|fahrbetrieb|faehrbetrieb|bleibt|bestehen)\.md$/);
  });

  it('shorten several long values until the whole fits', () => {
    const name = nameOf('a'.repeat(400), bare('{{title}}-{{title}}-{{title}}.md'));
    expect(faults(name)).toEqual([]);
  });

  it('name a story without words by its address', () => {
    const first = toPost(draftWith({ title: '!?', url: 'https://a.example/1' }), bare('{{title | filename}}.md')).path;
    const second = toPost(draftWith({ title: '!?', url: 'https://a.example/2' }), bare('{{title | filename}}.md')).path;
    expect(first).toMatch(/^[0-9a-z]{13}\.md$/);
    expect(second).not.toBe(first);
  });

  it('never part a letter from its marks', () => {
    expect(cutToBytes('e\u0301e\u0301', 4)).toBe('e\u0301');
    expect(cutToBytes('长长', 5)).toBe('长');
    expect(cutToBytes('😀😀', 7)).toBe('😀');
  });
});

describe('another story of the same name', () => {
  it('gets the next number before the extension, and still fits', () => {
    const path = nthPath(toPost(draftWith({ title: '长'.repeat(200) }), bare('{{title | filename}}.md')).path, 12);
    expect(path).toMatch(/长-12\.md$/);
    expect(byteLength(path)).toBeLessThanOrEqual(MAX_NAME_BYTES);
  });

  it('gets a bundle of its own, with its pictures', () => {
    const post = 'content/posts/story/index.md';
    const moved = nthPath(post, 2);
    expect(moved).toBe('content/posts/story-2/index.md');
    expect(besidePost('content/posts/story/a.png', post, moved)).toBe('content/posts/story-2/a.png');
    expect(besidePost('assets/story/a.png', '_posts/story.md', '_posts/story-2.md')).toBe('assets/story/a.png');
  });
});
