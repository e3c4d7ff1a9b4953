import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from './built-cli.ts';

const TEXT =
  'The night ferry was late again, the harbour office said on Tuesday, and nobody on the quay was surprised.';
const PAGE = `<!doctype html><html lang="en"><title>Ferry late again</title><article><h1>Ferry late again</h1>
  <p>${TEXT}</p><p>${TEXT.replace('Tuesday', 'Wednesday')}</p><p class="desk-note">The desk asks for photographs of the ferry.</p>
  <p>${TEXT.replace('Tuesday', 'Thursday')}</p></article></html>`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-rules-'));
  await writeFile(join(folder, 'ferry.html'), PAGE);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function clip(rules: unknown) {
  const file = join(folder, 'rules.json');
  await writeFile(file, typeof rules === 'string' ? rules : JSON.stringify(rules));
  return runCli(['clip', join(folder, 'ferry.html'), '--url', 'https://news.example/ferry', '--rules', file]);
}

it('clips as the rules and defaults of the site say', async () => {
  const { stdout, stderr } = await clip({
    rules: [{ places: ['news.example'], drop: ['p.desk-note'] }],
    defaults: [{ places: ['news.example'], preset: 'obsidian', tags: ['ferries'] }],
  });
  expect(stderr).toMatch(/^jianbao: \S+ferry\.html: The page states no date of publication\.\n?$/);
  expect(stdout).not.toContain('The desk asks');
  expect(stdout).toContain('Wednesday');
  expect(stdout).toMatch(/tags:\n(?: {2}- .*\n)*? {2}- ferries\n/);
});

it('says that a rule takes most of the text, and does not use it', async () => {
  const { stdout, stderr } = await clip([{ places: ['news.example'], drop: ['article p'] }]);
  expect(stdout).toContain('Wednesday');
  expect(stderr).toContain('Your rule for this site would change most of this story');
});

it('says that a rule matches nothing any more', async () => {
  expect((await clip([{ places: ['news.example'], drop: ['.gone'] }])).stderr).toContain(
    'matches nothing on this page',
  );
});

it.each([
  ['{', 'is not JSON'],
  [[{ places: ['news.example'], drop: 1 }], 'has a fault at rules.0.drop'],
])('refuses a file with a fault: %s', async (rules, sentence) => {
  const { code, stderr } = await clip(rules);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});
