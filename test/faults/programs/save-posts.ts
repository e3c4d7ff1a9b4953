import { saveInFolder } from '../../../src/cli/out-folder.ts';

/** A post that the command line is to write. */
export interface Job {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly url: string;
}

const jobs: readonly Job[] = JSON.parse(process.argv[2] ?? '[]');
for (const { folder, path, text, url } of jobs) {
  const post = { path, frontMatter: '', body: '', text, assets: [] };
  process.stdout.write(`${await saveInFolder(folder, post, url)}\n`);
}
