/** Measures how an archive at each git host is read; run by `measure-places.ts`. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { HOST_NAMES, HOSTS, hostBench, TOKEN } from '../../../test/fakes/git-hosts/host-bench.ts';
import type { ArchiveFigures } from './measure-places.ts';
import type { Reading } from './read-archive.ts';

const POSTS = Number(process.env['BENCH_POSTS'] ?? 20_000);
/** Characters of a news story's text. */
const LENGTH = 2_200;

const figures: ArchiveFigures[] = [];

/** Han characters as a random sequence (Park and Miller's) has them: a text that repeats itself packs a thousandfold. */
function textOf(n: number): string {
  let state = n + 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return String.fromCharCode(...Array.from({ length: LENGTH }, () => 0x4e_00 + ((next() % 60) ** 2 % 2_500)));
}

const postOf = (n: number): string =>
  `---\ntitle: 渡轮 ${n}\nfrom: https://news.example/${n}\ntags:\n  - tag-${n % 50}\n---\n\n${textOf(n)}`;

test.each(HOST_NAMES)('%s', async (name) => {
  const { repository, served } = await hostBench(name);
  const file = (n: number) => [`content/_posts/${2000 + (n % 20)}/${n}.md`, Buffer.from(postOf(n))] as const;
  const changes = new Map(Array.from({ length: POSTS }, (_, n) => file(n)));
  await repository.commit({ branch: 'main', message: 'archive', changes });
  const host = name.toLowerCase();
  const record = {
    id: '',
    kind: 'git-host',
    name: 'archive',
    access: { by: 'origins', origins: [] },
    config: { host, origin: served.origin, project: HOSTS[name].project, branch: 'main', folder: 'content' },
    connectedAt: 0,
  };
  const reader = spawn(
    process.execPath,
    ['--expose-gc', 'scripts/run-typescript.mjs', 'bench/speed/places/read-archive.ts', JSON.stringify(record)],
    { env: { ...process.env, BENCH_TOKEN: TOKEN }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void reader.kill());
  const lines = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
  const reading = async () => JSON.parse(String((await lines.next()).value)) as Reading;
  const first = await reading();
  expect(first).toMatchObject({ posts: POSTS, read: POSTS });
  await repository.write('content/_posts/2001/new.md', postOf(POSTS));
  reader.stdin.write('\n');
  const later = await reading();
  expect(later).toMatchObject({ posts: POSTS + 1, read: 1 });
  figures.push({ host: name, first, later });
  const path = process.env['BENCH_ARCHIVES'];
  if (path) writeFileSync(path, JSON.stringify(figures));
  else console.log(figures.at(-1));
});
