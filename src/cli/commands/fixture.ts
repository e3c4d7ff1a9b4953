import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { clipPage } from '../dom.ts';
import { CliError } from '../failure-sentence.ts';
import { expectationOf, FIXTURE_NOW, slimPage } from '../fixture.ts';
import { createJudgedFetch } from '../judged-fetch.ts';
import { DEFAULT_TIMEOUT_SECONDS, loadPage } from '../load.ts';
import { makeFolder } from '../make-folder.ts';

const HELP = `Usage: jianbao fixture <url | file.html> --slug NAME [options]

For people who work on Jianbao: makes a test of a page. Writes page.html (scripts, style sheets and frames taken out),
expected.json and expected.md below test/pages/NAME, from what Jianbao makes of the page today. Read the two and mend
them by hand where they are wrong: the test then holds what is right. A page is its publisher's: keep pages of your own
making, with the structure of the real one.

Options:
  --slug NAME   Name of the fixture's folder
  --url URL     The address that a file counts as
  --dir DIR     Folder of the fixtures (default: test/pages)
  --update      Write the expectations of a fixture anew
  -h, --help    Show this help
`;

export const fixture: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        slug: { type: 'string' },
        url: { type: 'string' },
        dir: { type: 'string', default: 'test/pages' },
        update: { type: 'boolean', default: false },
      },
    });
    const [input, ...others] = positionals;
    const { slug, url, dir, update } = values;
    if (input === undefined || others.length > 0) throw new UsageError('one page is needed');
    if (slug === undefined || !/^[a-z0-9-]+$/.test(slug))
      throw new UsageError('--slug is needed: a-z, 0-9 and hyphens');
    if (url !== undefined && !URL.canParse(url)) throw new UsageError(`${url} is not an address`);

    const folder = join(dir, slug);
    if (existsSync(folder) && !update) {
      throw new CliError(`${folder} is there already; --update writes its expectations anew.`);
    }
    const page = await loadPage(input, {
      timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
      fetch: createJudgedFetch([input]),
      ...(url === undefined ? {} : { url }),
    });
    await writeFixture(folder, page.url, await slimmed(page.html));
    process.stdout.write(`${folder}: read expected.json and expected.md, and mend what is wrong.\n`);
    return 0;
  },
};

async function slimmed(html: string): Promise<string> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  slimPage(dom.window.document);
  return dom.serialize();
}

async function writeFixture(folder: string, url: string, html: string): Promise<void> {
  const article = await clipPage({ url, html }, FIXTURE_NOW);
  await makeFolder(folder);
  await writeFile(join(folder, 'page.html'), html);
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expectationOf(article), null, 2)}\n`);
  await writeFile(join(folder, 'expected.md'), `${article.markdown}\n`);
}
