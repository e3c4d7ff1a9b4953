import { describe, expect, test } from 'vitest';
import { toFailure } from '../../src/core/model/failure.ts';
import { sha256 } from '../../src/delivery/sha-256.ts';
import type { OutFile, Target } from '../../src/delivery/target.ts';

/** What a place holds, read and changed from outside, past the target: a folder on the disk, a bucket, a repository. */
export interface OutsideView {
  /** Every file, path to content. */
  files(): Record<string, string> | Promise<Record<string, string>>;
  write(path: string, content: string): void | Promise<void>;
  remove(path: string): void | Promise<void>;
}

/** A target under test and the real place that it writes to. */
export interface Bench {
  readonly target: Target;
  readonly folder: OutsideView;
}

export interface Abilities {
  /** It can read what is there: it notices a file that is not as it was left. */
  readonly readsFiles: boolean;
}

const signal = new AbortController().signal;

/** What every target must do. Run over each of them. */
export function describeTarget(name: string, { readsFiles }: Abilities, open: () => Promise<Bench>): void {
  describe(`target: ${name}`, () => {
    const post = (target: Target, content: string, path = '_posts/2024-03-01-渡轮.md'): OutFile[] => [
      { path: target.root + path, content },
    ];

    test('checks without writing anything', async () => {
      const { target, folder } = await open();
      await target.check(signal);
      expect(await folder.files()).toEqual({});
    });

    test('writes a post whole, in folders that were not there, and says where', async () => {
      const { target, folder } = await open();
      const [receipt] = await target.put(post(target, '渡轮 — “ferry” 🚢\n'), { kind: 'absent' }, signal);
      expect(await folder.files()).toEqual({ [`${target.root}_posts/2024-03-01-渡轮.md`]: '渡轮 — “ferry” 🚢\n' });
      expect(receipt).toMatchObject({ path: `${target.root}_posts/2024-03-01-渡轮.md`, bytes: 28 });
    });

    test('writes every file of a post and answers in their order', async () => {
      const { target, folder } = await open();
      const files = [
        ...post(target, 'text'),
        { path: `${target.root}assets/ferry.png`, content: new Uint8Array([70, 71, 72]) },
      ];
      const receipts = await target.put(files, { kind: 'absent' }, signal);
      expect(receipts.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
      expect((await folder.files())[`${target.root}assets/ferry.png`]).toBe('FGH');
    });

    test('never touches a file that is not ours', async () => {
      const { target, folder } = await open();
      const [file] = post(target, 'ours');
      await folder.write(file?.path ?? '', 'the user’s own');
      const saveStatus = await target
        .put(post(target, 'ours'), { kind: 'absent' }, signal)
        .then(([receipt]) => receipt?.path, toFailure);
      expect((await folder.files())[file?.path ?? '']).toBe('the user’s own');
      if (readsFiles) expect(saveStatus).toMatchObject({ code: 'name-taken' });
      else expect(saveStatus).not.toBe(file?.path);
    });

    test('updates its own file in place', async () => {
      const { target, folder } = await open();
      const receipts = await target.put(post(target, 'first'), { kind: 'absent' }, signal);
      const again = await target.put(post(target, 'second'), { kind: 'ours', receipts }, signal);
      expect(await folder.files()).toEqual({ [again[0]?.path ?? '']: 'second' });
      expect(again[0]?.path).toBe(receipts[0]?.path);
      expect(again[0]?.version).not.toBe(receipts[0]?.version);
    });

    test('overwrites whatever lies there when the user said so', async () => {
      const { target, folder } = await open();
      await folder.write(`${target.root}a.md`, 'theirs');
      await target.put([{ path: `${target.root}a.md`, content: 'ours' }], { kind: 'any' }, signal);
      expect(await folder.files()).toEqual({ [`${target.root}a.md`]: 'ours' });
    });

    test('a file of the very same bytes is there once after an attempt that was cut off', async () => {
      const { target, folder } = await open();
      const since = Date.now();
      await target.put(post(target, 'once'), { kind: 'absent' }, signal);
      await target.put(
        post(target, 'once'),
        { kind: 'absent', resumed: { since, hashes: [await sha256('once')] } },
        signal,
      );
      expect(Object.values(await folder.files())).toEqual(['once']);
    });

    test('a later version takes the place of what a cut-off attempt left', async () => {
      const { target, folder } = await open();
      const since = Date.now();
      await target.put(post(target, 'second'), { kind: 'absent' }, signal);
      const resumed = { since, hashes: [await sha256('second')] };
      await target.put(post(target, 'the third'), { kind: 'absent', resumed }, signal);
      expect(Object.values(await folder.files())).toEqual(['the third']);
    });

    test('a version that never came to be written is not taken for the one before it, which was', async () => {
      const { target, folder } = await open();
      const since = Date.now();
      await target.put(post(target, 'second'), { kind: 'absent' }, signal);
      const resumed = { since, hashes: [await sha256('second'), await sha256('third!')] };
      await target.put(post(target, 'third!'), { kind: 'absent', resumed }, signal);
      expect(Object.values(await folder.files())).toEqual(['third!']);
    });

    test('keeps away from a name that cannot be written', async () => {
      const { target, folder } = await open();
      const tooLong = target.put(post(target, 'x', `${'渡'.repeat(90)}.md`), { kind: 'absent' }, signal);
      expect(await tooLong.catch(toFailure)).toMatchObject({ code: 'name-too-long' });
      const refused = target.put(post(target, 'x', 'a:b.md'), { kind: 'absent' }, signal);
      expect(await refused.catch(toFailure)).toMatchObject({ code: 'name-refused' });
      expect(await folder.files()).toEqual({});
    });

    test('stops when told to', async () => {
      const { target, folder } = await open();
      await expect(target.put(post(target, 'x'), { kind: 'absent' }, AbortSignal.abort())).rejects.toThrow();
      expect(await folder.files()).toEqual({});
    });

    test.runIf(readsFiles)('leaves a file alone that the user has changed', async () => {
      const { target, folder } = await open();
      const receipts = await target.put(post(target, 'first'), { kind: 'absent' }, signal);
      await folder.write(receipts[0]?.path ?? '', 'FIRST');
      const update = target.put(post(target, 'second'), { kind: 'ours', receipts }, signal);
      expect(await update.catch(toFailure)).toMatchObject({ code: 'file-changed' });
      expect(await folder.files()).toEqual({ [receipts[0]?.path ?? '']: 'FIRST' });
    });

    test.runIf(readsFiles)('does not bring back a file that the user has deleted', async () => {
      const { target, folder } = await open();
      const receipts = await target.put(post(target, 'first'), { kind: 'absent' }, signal);
      await folder.remove(receipts[0]?.path ?? '');
      const update = target.put(post(target, 'second'), { kind: 'ours', receipts }, signal);
      expect(await update.catch(toFailure)).toMatchObject({ code: 'file-gone' });
      expect(await folder.files()).toEqual({});
    });
  });
}
