import { execFile } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';
import { buildCli } from '../built-cli.ts';
import { type FeedSite, rssOf, startFeedSite, storyPage } from './feed-site.ts';

interface Workflow {
  readonly jobs: { readonly follow: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] } };
}

let site: FeedSite;

beforeAll(async () => {
  site = await startFeedSite();
});
afterAll(() => site.close());

it('the workflow in docs/robot clips, commits and pushes', { timeout: 120_000 }, async () => {
  const cli = await buildCli();
  const { jobs } = load(readFileSync('docs/robot/follow.yml', 'utf8')) as Workflow;
  const steps = jobs.follow.steps.filter(({ name = '' }) => ['Clip', 'Push'].includes(name));
  expect(steps).toHaveLength(2);

  site.answers.set('/feed', { body: rssOf(site.origin, ['a']) });
  site.answers.set('/story/a', { body: storyPage('a') });
  const folder = temporaryFolder();
  folder.write('bin/jianbao', `#!/bin/sh\nexec node ${cli} "$@" --pause 0\n`);
  chmodSync(join(folder.path, 'bin/jianbao'), 0o755);
  const env = { ...process.env, PATH: `${folder.path}/bin:${process.env['PATH']}` };
  const archive = join(folder.path, 'archive');
  // Not in step: the server that answers is in this process.
  const sh = async (script: string, cwd = archive) =>
    (await promisify(execFile)('bash', ['-e', '-c', script], { cwd, env })).stdout;
  await sh('git init --quiet --bare remote.git && git clone --quiet remote.git archive 2>&1', folder.path);
  folder.write('archive/subs.json', JSON.stringify([{ site: '海港日报', url: `${site.origin}/feed` }]));
  await sh(
    'git config user.name me; git config user.email me@news.example; git add subs.json; git commit -qm x; git push -q',
  );

  const run = async () => {
    for (const { run: script = '' } of steps) await sh(script);
  };
  await run();
  const pushed = (await sh('git -c core.quotePath=false ls-tree -r --name-only @{upstream}')).trim().split('\n');
  expect(pushed).toEqual(['.jianbao/follow.json', '_posts/2024-03-01-渡轮-a.md', 'subs.json']);
  await run();
  expect((await sh('git rev-list --count @{upstream}')).trim()).toBe('2');
  // A feed that cannot be reached does not fail the job.
  site.answers.set('/feed', { status: 404 });
  await run();
});
