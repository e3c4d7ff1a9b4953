import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBackup } from '../../../src/library/backup/read-backup.ts';
import type { BackupContents } from '../../../src/library/backup/stage-backup.ts';
import { writeBackup } from '../../../src/library/backup/write-backup.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';

/** Python's zipfile puts a backup behind 4.3 GB of other entries: offsets and the directory's place need zip64. */
const ENLARGE = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as small, zipfile.ZipFile(sys.argv[2], 'w', allowZip64=True) as large:
    for n in range(140):
        large.writestr(f'padding/{n}.bin', bytes(31 * 1024 * 1024))
    for name in small.namelist():
        large.writestr(name, small.read(name))
`;

/** A file as a browser hands it out. The size that `openAsBlob` of Node 20 tells is cut to 32 bits. */
class FileOnDisk extends Blob {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override get size(): number {
    return statSync(this.#path).size;
  }

  override slice(from = 0, to = this.size): Blob {
    const part = new Uint8Array(Math.max(0, Math.min(to, this.size) - from));
    const file = openSync(this.#path, 'r');
    const read = readSync(file, part, 0, part.length, from);
    closeSync(file);
    return new Blob([part.subarray(0, read)]);
  }
}

/** `LARGE_BACKUP=1`: it takes 4.3 GB of disk, and Python 3. */
test('a backup of more than 4 GB is restored whole', {
  skip: !process.env['LARGE_BACKUP'],
  timeout: 600_000,
}, async () => {
  const folder = temporaryFolder();
  const before = temporaryLibrary();
  for (const id of ['a', 'b', 'c']) {
    await saveClip(before, saveRequest(id, { article: story({ url: `https://news.example/${id}` }) }));
  }
  const file = await writeBackup(before, { settings: {}, presets: {}, sites: {}, now: 1 });
  const [small, large] = [join(folder.path, 'small.zip'), join(folder.path, 'large.zip')];
  writeFileSync(small, new Uint8Array(await file.arrayBuffer()));
  execFileSync('python3', ['-c', ENLARGE, small, large]);
  expect(statSync(large).size).toBeGreaterThan(2 ** 32);

  const onDamaged = async ({ leftOut }: BackupContents) => {
    expect(leftOut).toEqual([]);
    return false;
  };
  const { signal } = new AbortController();
  const report = await readBackup(temporaryLibrary(), new FileOnDisk(large), { restoreId: '1-x', signal, onDamaged });
  expect(report).toMatchObject({ restored: 3, total: 3, isTaken: true });
  expect(report.leftOut.every(({ reason }) => reason === 'not-ours')).toBe(true);
});
