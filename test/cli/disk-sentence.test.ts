import { expect, it } from 'vitest';
import { failureSentence } from '../../src/cli/failure-sentence.ts';
import { diskError } from '../../src/cli/host/disk-error.ts';
import { placeFailure } from '../../src/cli/places/place-failure.ts';

/** What `node:fs` throws. */
function thrown(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: it says, open`), {
    code,
    syscall: 'open',
    ...(path === undefined ? {} : { path }),
  });
}

const ARCHIVE = '/home/mei/archive';

it.each(['EROFS', 'EACCES', 'EPERM', 'EEXIST', 'ENOTDIR'])('%s is said with the folder and what to do', (code) => {
  const sentence = failureSentence(thrown(code, ARCHIVE));
  expect(sentence).toContain(ARCHIVE);
  expect(sentence).toMatch(/, or name another folder\.$/);
  expect(sentence).not.toContain(code);
});

it.each(['ENOSPC', 'EDQUOT', 'EIO'])('%s is said where the system names no path', (code) => {
  expect(failureSentence(thrown(code))).toMatch(/what was saved stays\.$/);
});

it('names the folder of a file that is being written, and not the file', () => {
  const beside = `${ARCHIVE}/.jianbao-3f0e9f3c-6ad5-4f0e-9c36-0f1d2c3b4a59.tmp`;
  const said = placeFailure(`below ${ARCHIVE}`, diskError(thrown('EROFS', beside))).message;
  expect(said).toBe(
    `The post could not be written below ${ARCHIVE}. ${ARCHIVE} is on a disk that can only be read. Mount the disk for writing, or name another folder.`,
  );
});

it('leaves a refused connection alone', () => {
  expect(failureSentence(Object.assign(new Error('connect EACCES 10.0.0.1:80'), { code: 'EACCES' }))).toContain(
    'connect EACCES',
  );
});
