import { expect, onTestFinished, test } from 'vitest';
import { toFailure } from '../../src/core/model/failure.ts';
import { sha256 } from '../../src/delivery/sha-256.ts';
import { createCompanion } from '../../src/delivery/targets/companion/companion.ts';
import { companionDirectory } from '../../src/delivery/targets/companion/companion-directory.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { startCompanion } from '../fakes/companion.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { buildProgram, preloading } from './run-program.ts';
import { storyText } from './story.ts';
import { tally } from './tally.ts';

const counts = tally('companions: two at one file, and killed at every step');
const signal = new AbortController().signal;

/** A companion as a process of its own, and the folder target over it. */
async function companion(folder: string, env: Readonly<Record<string, string>> = {}) {
  const program = await buildProgram('companion');
  const options = { NODE_OPTIONS: preloading(['kill-at-step']), ...env };
  const line = createCompanion(async () => {
    const { port } = startCompanion(process.execPath, [program, folder], options);
    onTestFinished(() => port.close());
    return port;
  });
  const directory = companionDirectory(line, folder);
  return folderTarget({ id: 'folder:archive', directory });
}

test('two companions that update one file are never both told yes', async () => {
  const folder = temporaryFolder();
  const targets = [await companion(folder.path), await companion(folder.path)];
  const path = '_posts/a.md';
  for (let round = 1; round <= 40; round++) {
    const before = storyText('https://news.example/a', `Before round ${round}.`);
    folder.write(path, before);
    const receipts = [{ path, version: await sha256(before), bytes: Buffer.byteLength(before) }];
    const texts = targets.map((_, n) => storyText('https://news.example/a', `Round ${round}, companion ${n}.`));
    const answers = await Promise.all(
      targets.map((target, n) =>
        target.put([{ path, content: texts[n] ?? '' }], { kind: 'ours', receipts }, signal).then(
          () => 'written',
          (error: unknown) => toFailure(error).code,
        ),
      ),
    );
    expect([...answers].sort(), `round ${round}`).toEqual(['file-changed', 'written']);
    counts.count({ asked: [texts[answers.indexOf('written')] ?? ''], posts: postsBelow(folder.path) });
  }
});

test.each(['before', 'after'])('killed %s each step of a write: the next one brings the post, once', async (when) => {
  const path = '_posts/a.md';
  const text = storyText('https://news.example/a', 'A story.');
  const hash = await sha256(text);
  for (let n = 1, isKilled = true; isKilled; n++) {
    const folder = temporaryFolder();
    const mortal = await companion(folder.path, { KILL_AT: String(n), KILL_WHEN: when });
    const first = await mortal.put([{ path, content: text }], { kind: 'absent' }, signal).catch(toFailure);
    isKilled = 'code' in first;
    const whole = await companion(folder.path);
    const resumed = { since: 0, hashes: [hash] };
    await whole.put([{ path, content: text }], { kind: 'absent', resumed }, signal);
    counts.count({ asked: [text], posts: postsBelow(folder.path) });
    expect(n).toBeLessThan(200);
  }
});
