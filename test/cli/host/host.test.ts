import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';
import { runCli } from '../built-cli.ts';
import { installCompanion, temporaryHome } from './installed-companion.ts';

describe('jianbao host install', () => {
  it.each([
    ['firefox', { allowed_extensions: ['jianbao@jianbao.invalid'] }],
    ['chrome', { allowed_origins: ['chrome-extension://@/'] }],
    ['edge', { allowed_origins: ['chrome-extension://@/'] }],
  ])('tells %s what to start, and for whom', async (browser, allowed) => {
    const { manifest } = await installCompanion(browser, temporaryFolder().path);
    const anyId = JSON.parse(JSON.stringify(manifest).replace(/[a-p]{32}/, '@'));
    expect(anyId).toMatchObject({ name: 'app.jianbao.companion', type: 'stdio', ...allowed });
    expect(statSync(manifest.path).mode & 0o777).toBe(0o700);
  });

  it('takes another extension id, and folders with any letters in their names', async () => {
    const { env } = temporaryHome();
    const folder = join(temporaryFolder().path, `it's "my" $HOME 剪报`);
    mkdirSync(folder);
    const id = 'abcdefghijklmnopabcdefghijklmnop';
    const args = ['host', 'install', '--browser', 'chromium', '--folder', folder, '--extension-id', id];
    expect(await runCli(args, { env })).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await runCli(['host', 'status', '--browser', 'chromium'], { env });
    expect([code, stdout]).toEqual([0, `Chromium: ${folder}, for chrome-extension://${id}/\n`]);
  });

  it('makes no folder that is not there', async () => {
    const { env, home } = temporaryHome();
    const folder = join(home, 'archvie');
    const { code, stderr } = await runCli(['host', 'install', '--browser', 'firefox', '--folder', folder], { env });
    expect([code, existsSync(folder)]).toEqual([1, false]);
    expect(stderr).toMatch(/^jianbao: There is no folder .*archvie .*: make it first, or name another\.\n$/);
  });

  it('refuses a disk and a home folder, also under another name', async () => {
    const { env, home } = temporaryHome();
    const alias = join(temporaryFolder().path, 'alias');
    symlinkSync(home, alias);
    for (const folder of ['/', home, dirname(home), alias]) {
      const { code, stderr } = await runCli(['host', 'install', '--browser', 'firefox', '--folder', folder], { env });
      expect([folder, code]).toEqual([folder, 1]);
      expect(stderr).toMatch(/holds more than posts: name a folder of its own/);
    }
  });

  it.each([
    [[], /say what to do/],
    [['fly'], /unknown action fly/],
    [['install', '--folder', '.'], /--browser is missing/],
    [['install', '--browser', 'lynx', '--folder', '.'], /unknown browser lynx/],
    [['install', '--browser', 'chrome'], /--folder is missing/],
    [['install', '--browser', 'chrome', '--folder', '.', '--extension-id', 'x'], /not an extension id of Chrome/],
    [['run'], /is for browsers/],
  ])('refuses %j and says where help is', async (args, reason) => {
    const { code, stderr, stdout } = await runCli(['host', ...args], { env: temporaryHome().env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
    expect(stderr).toContain('jianbao host --help');
  });
});

describe('jianbao host status and uninstall', () => {
  it('say what is there, what is wrong with it, and take it back', async () => {
    const folder = temporaryFolder();
    const { home, manifestPath } = await installCompanion('firefox', folder.path);
    const env = { HOME: home, XDG_CONFIG_HOME: '' };
    const { stdout } = await runCli(['host', 'status'], { env });
    expect(stdout).toBe(
      `Firefox: ${folder.path}, for jianbao@jianbao.invalid\nChrome: not registered\nEdge: not registered\nChromium: not registered\n`,
    );
    folder.write('a.md', 'mine');
    rmSync(join(home, '.config/jianbao/companion-firefox.sh'));
    const broken = await runCli(['host', 'status', '--browser', 'firefox'], { env });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/companion-firefox\.sh is missing: install the companion again/);
    const { code } = await runCli(['host', 'uninstall', '--browser', 'firefox'], { env });
    expect([code, existsSync(manifestPath)]).toEqual([0, false]);
    expect(folder.files()).toEqual({ 'a.md': 'mine' });
    expect((await runCli(['host', 'status', '--browser', 'firefox'], { env })).code).toBe(1);
  });
});

test.each(['{', '{"browser":"firefox"}'])(
  'host status tells of the others where one is damaged: %s',
  async (damage) => {
    const folder = temporaryFolder();
    const { home } = await installCompanion('firefox', folder.path);
    const env = { HOME: home, XDG_CONFIG_HOME: '' };
    await runCli(['host', 'install', '--browser', 'edge', '--folder', folder.path], { env });
    writeFileSync(join(home, '.config/jianbao/companion-firefox.json'), damage);
    const { code, stdout } = await runCli(['host', 'status'], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Firefox: .*companion-firefox\.json (?:cannot be read|is damaged)/m);
    expect(stdout).toMatch(new RegExp(`^Edge: ${folder.path}, for `, 'm'));
    expect(stdout).toMatch(/^Chrome: not registered$/m);
  },
);

/** Starts the companion with these arguments, sends bytes, closes the pipe. Gives what it said and how it ended. */
async function talk(launcher: string, args: readonly string[], bytes: Uint8Array) {
  const child = spawn(launcher, args);
  const [answers, complaints]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => answers.push(data));
  child.stderr.on('data', (data: Buffer) => complaints.push(data));
  child.stdin.on('error', () => complaints.push(Buffer.from('(refused before all was sent)')));
  child.stdin.end(bytes);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, answers: messagesIn(Buffer.concat(answers)), stderr: Buffer.concat(complaints).toString() };
}

function messagesIn(bytes: Buffer): unknown[] {
  if (bytes.length === 0) return [];
  const end = 4 + bytes.readUInt32LE();
  return [JSON.parse(bytes.subarray(4, end).toString()), ...messagesIn(bytes.subarray(end))];
}

function framed(text: string | Uint8Array, length = Buffer.byteLength(text)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(length);
  return Buffer.concat([head, Buffer.from(text)]);
}

const GREET = framed(JSON.stringify({ id: 1, call: 'greet', args: [] }));

describe('jianbao host run', () => {
  it('answers the extension that it was installed for, and nobody else', async () => {
    const folder = temporaryFolder();
    const firefox = await installCompanion('firefox', folder.path);
    const right = await talk(firefox.manifest.path, firefox.browserArguments, GREET);
    expect(right).toMatchObject({
      code: 0,
      answers: [{ id: 1, ok: true, value: { folder: folder.path } }],
      stderr: '',
    });
    const chromium = await installCompanion('chromium', folder.path);
    for (const [launcher, ...args] of [
      [firefox.manifest.path],
      [firefox.manifest.path, firefox.manifestPath, 'other@example.org'],
      [firefox.manifest.path, 'jianbao@jianbao.invalid'],
      [chromium.manifest.path, 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/'],
      [chromium.manifest.path, 'https://example.org/', ...chromium.browserArguments],
    ]) {
      const wrong = await talk(launcher ?? '', args, GREET);
      expect(wrong, args.join(' ')).toMatchObject({ code: 1, answers: [] });
      expect(wrong.stderr).toMatch(/nobody else is answered/);
    }
  });

  it('ends where what it hears is not the protocol', async () => {
    const { manifest, browserArguments } = await installCompanion('firefox', temporaryFolder().path);
    for (const [what, bytes] of Object.entries({
      'no length': framed('', 0),
      'too long': framed('{}', 0xffffffff),
      'broken off': framed('{"id":', 100),
      'half a length': Buffer.from([1, 2]),
      'no JSON': framed('{id: 1}'),
      'no UTF-8': framed(Buffer.from([0x22, 0xff, 0x22])),
    })) {
      const { code, answers, stderr } = await talk(manifest.path, browserArguments, bytes);
      expect([code, answers], what).toEqual([1, []]);
      expect(stderr, what).toMatch(/^jianbao: The browser’s message is not understood: .+\.\n/);
    }
  });

  it('says no to what it does not know, and goes on', async () => {
    const folder = temporaryFolder();
    const { manifest, browserArguments } = await installCompanion('firefox', folder.path);
    const wrong = [
      'hello',
      null,
      { id: 1 },
      { id: 2, call: 'remove', args: [folder.path, 'a.md'] },
      { id: 3, call: '__proto__', args: [] },
      { id: 4, call: 'write', args: [folder.path, 'a.md', 'not base64 !', 'anything'] },
      { id: 5, call: 'write', args: [folder.path, 'a.md', 'eA==', 'whatever'] },
      { id: 6, call: 'read', args: [folder.path, 'a.md', -1] },
      { id: 7, call: 'look', args: [folder.path] },
      { id: -8, call: 'greet', args: [] },
    ];
    const messages = Buffer.concat([...wrong.map((each) => framed(JSON.stringify(each))), GREET]);
    const { code, answers } = await talk(manifest.path, browserArguments, messages);
    expect(code).toBe(0);
    expect(answers).toHaveLength(wrong.length + 1);
    for (const answer of answers.slice(0, -1))
      expect(answer).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(answers.map((answer) => (answer as { id: unknown }).id)).toEqual([null, null, 1, 2, 3, 4, 5, 6, 7, null, 1]);
    expect(folder.files()).toEqual({});
  });
});
