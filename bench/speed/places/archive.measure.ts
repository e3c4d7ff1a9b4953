/** Measures how an archive at each git host is read; run by `measure-places.ts`. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { HOST_NAMES, HOSTS, hostBench, TOKEN } from '../../../test/fakes/git-hosts/host-bench.ts';
import type { ArchiveFigures } from './measure-places.ts';
import type { Reading } from './read-archive.ts';

const POSTS = Number(process.env['BENCH_POSTS'] ?? 20_000);
/** Of the size of a news story, in characters. */
const TEXT = '港务局说，渡轮星期二又晚了。The night ferry was late again.\n'.repeat(90);

const figures: ArchiveFigures[] = [];

const postOf = (n: number): string =>
  `---\ntitle: 渡轮 ${n}\nfrom: https://news.example/${n}\ntags:\n  - tag-${n % 50}\n---\n\n${n} ${TEXT}`;

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
    ['scripts/run-typescript.mjs', 'bench/speed/places/read-archive.ts', JSON.stringify(record)],
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
