import { existsSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { createCompanion } from '../../../../src/delivery/targets/companion/companion.ts';
import { companionDirectory } from '../../../../src/delivery/targets/companion/companion-directory.ts';
import { textOf } from '../../../../src/delivery/targets/folder/directory.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { installCompanion } from '../../../cli/host/installed-companion.ts';
import { type CompanionProcess, startCompanion } from '../../../fakes/companion.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';
import { describeTarget } from '../../contract.ts';

/** The companion installed for a folder by the built command line, and started as a browser does. */
async function bench(browser = 'firefox') {
  const folder = temporaryFolder();
  const { manifest, browserArguments } = await installCompanion(browser, folder.path);
  const started: CompanionProcess[] = [];
  const companion = createCompanion(async () => {
    const process = startCompanion(manifest.path, browserArguments);
    started.push(process);
    return process.port;
  });
  onTestFinished(() => {
    for (const { port } of started) port.close();
  });
  const directory = companionDirectory(companion, folder.path);
  return { folder, companion, directory, started, target: folderTarget({ id: 'folder:archive', directory }) };
}

describeTarget('companion, as Firefox starts it', { readsFiles: true }, () => bench('firefox'));

const signal = new AbortController().signal;
const file = { path: '_posts/a.md', content: 'text' };

test('says who it is, to Chromium too', async () => {
  const { companion, folder } = await bench('chromium');
  expect(await companion.greet()).toMatchObject({ protocol: 1, folder: folder.path });
});

test('a folder that is gone is said to be, and not made anew; put back, it works again', async () => {
  const { target, folder } = await bench();
  folder.remove('');
  expect(await target.check(signal).catch(toFailure)).toMatchObject({ code: 'folder-gone' });
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'folder-gone' });
  expect(existsSync(folder.path)).toBe(false);
  folder.write('notes.md', 'put back');
  await target.check(signal);
  await target.put([file], { kind: 'absent' }, signal);
  expect(folder.files()).toEqual({ 'notes.md': 'put back', '_posts/a.md': 'text' });
});

test('killed, it is started again by the next question', async () => {
  const { target, folder, started } = await bench();
  await target.check(signal);
  started[0]?.child.kill('SIGKILL');
  const saveStatus = await target.put([file], { kind: 'absent' }, signal).catch(toFailure);
  if ('code' in saveStatus) expect(saveStatus).toMatchObject({ code: 'companion-lost' });
  await target.put([file], { kind: 'absent', resumed: { since: 0, hashes: [] } }, signal);
  expect(started.length).toBe(2);
  expect(folder.files()).toEqual({ '_posts/a.md': 'text' });
});

test('what a killed one left hours ago is cleared away, what is being written is not', async () => {
  const { target, folder } = await bench();
  folder.write('_posts/.jianbao-999999999.tmp', 'of an earlier version');
  folder.write('_posts/.jianbao-0b6d3e52-7a0e-4c56-9b1e-0d1c5f6a7b8c.tmp', 'in hand');
  const then = Date.now() / 1000 - 2 * 60 * 60;
  utimesSync(join(folder.path, '_posts/.jianbao-999999999.tmp'), then, then);
  await target.put([file], { kind: 'absent' }, signal);
  expect(folder.files()).toEqual({
    '_posts/a.md': 'text',
    '_posts/.jianbao-0b6d3e52-7a0e-4c56-9b1e-0d1c5f6a7b8c.tmp': 'in hand',
  });
});

test('follows no link out of the folder, and replaces none', async () => {
  const { target, directory, folder } = await bench();
  const elsewhere = temporaryFolder();
  elsewhere.write('secret.md', 'secret');
  symlinkSync(elsewhere.path, join(folder.path, 'way-out'));
  symlinkSync(join(elsewhere.path, 'secret.md'), join(folder.path, 'link.md'));
  for (const path of ['way-out/new.md', 'way-out/secret.md', 'link.md']) {
    const put = target.put([{ path, content: 'ours' }], { kind: 'any' }, signal);
    expect(await put.catch(toFailure), path).toMatchObject({ code: 'wrong-kind' });
    const code = path === 'link.md' ? 'name-taken' : 'wrong-kind';
    expect(await directory.look(path).catch(toFailure), path).toMatchObject({ code });
  }
  expect((await directory.list('')).map(({ name }) => name)).toEqual([]);
  expect(elsewhere.files()).toEqual({ 'secret.md': 'secret' });
});

test('writes to no place but one below the folder, with a name that is safe everywhere', async () => {
  const { directory, folder } = await bench();
  const ways = [
    '../a.md',
    '/a.md',
    'a/../../b.md',
    './a.md',
    'a//b.md',
    '',
    '.git/hooks/post-commit',
    '.envrc',
    'con.md',
    '_plugins/x.rb',
    'package.json',
    'post-commit',
  ];
  for (const path of [...ways, 'a\\b.md', 'a\0.md', 'C:a.md', 'a.md.', 'a.lnk']) {
    const saveStatus = await directory.write(path, 'x', 'anything').catch(toFailure);
    expect(saveStatus, path).toMatchObject({ code: 'name-refused' });
  }
  expect(folder.files()).toEqual({});
});

test('a file that came or changed since it was looked at is not written over', async () => {
  const { directory, folder } = await bench();
  folder.write('a.md', 'theirs');
  expect(await directory.write('a.md', 'ours', 'nothing').catch(toFailure)).toMatchObject({ code: 'name-taken' });
  const seen = `sha-256:${'0'.repeat(64)}` as const;
  expect(await directory.write('a.md', 'ours', seen).catch(toFailure)).toMatchObject({ code: 'file-changed' });
  expect(await directory.write('b.md', 'ours', seen).catch(toFailure)).toMatchObject({ code: 'file-gone' });
  expect(folder.files()).toEqual({ 'a.md': 'theirs' });
});

test('long files and folders come in parts that a browser takes', async () => {
  const { directory, folder } = await bench();
  const long = '渡轮 — “ferry” 🚢\n'.repeat(60_000);
  await directory.write('long.md', long, 'nothing');
  for (let n = 0; n < 700; n++) folder.write(`many/${'渡'.repeat(60)}-${n}.md`, '');
  const read = await directory.look('long.md');
  expect(read && (await textOf(read))).toBe(long);
  expect(read && (await textOf(read, 6))).toBe('渡轮');
  expect((await directory.list('many')).length).toBe(700);
  expect(readdirSync(folder.path).sort()).toEqual(['long.md', 'many']);
});

test('a companion that was set up for another folder meanwhile does not write there', async () => {
  const { companion, folder } = await bench();
  const other = temporaryFolder();
  writeFileSync(join(other.path, 'a.md'), 'theirs');
  const directory = companionDirectory(companion, other.path);
  expect(await directory.write('b.md', 'x', 'nothing').catch(toFailure)).toMatchObject({ code: 'folder-gone' });
  expect([folder.files(), other.files()]).toEqual([{}, { 'a.md': 'theirs' }]);
});
