import { createHash } from 'node:crypto';
import { appendFileSync, createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type PageLine, PageProcess } from './page-process.ts';

/** A tool that is measured. */
export interface System {
  readonly name: string;
  /** The process that reads pages and answers clips, as NDJSON. */
  readonly command: readonly string[];
  /** What decides its answers: they are kept between runs for as long as this is the same. */
  readonly version: string;
}

const PROCESSES = 2;
const UNANSWERED = 'unanswered';

/**
 * Has a system clip the pages of a set and answers the file of its answers, one JSON object a line. Answers are kept in
 * the temporary folder, so that a run that was broken off goes on where it stopped.
 *
 * @param limit the most pages, from the start of the set.
 */
export async function measure(system: System, setFile: string, set: string, limit: number): Promise<string> {
  const folder = join(tmpdir(), 'jianbao-accuracy', `${system.name}-${digest(system.version)}`);
  mkdirSync(folder, { recursive: true });
  const answers = join(folder, `${set}.ndjson`);
  const done = idsIn(answers);

  const pages = readPages(setFile, limit);
  await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      const process = new PageProcess(system.command);
      try {
        for await (const page of shared(pages)) {
          if (!done.has(page.id)) appendFileSync(answers, `${await ask(process, page)}\n`);
        }
      } finally {
        process.close();
      }
    }),
  );
  return answers;
}

/** A page without an answer is an error with no text; it is asked again by the next run. */
async function ask(process: PageProcess, page: PageLine): Promise<string> {
  try {
    return await process.ask(page);
  } catch (error) {
    return JSON.stringify({ id: page.id, text: '', error: String(error), [UNANSWERED]: true });
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function idsIn(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const answers = lines.map((line) => JSON.parse(line) as { readonly id: string; readonly [UNANSWERED]?: boolean });
  return new Set(answers.filter((answer) => !answer[UNANSWERED]).map(({ id }) => id));
}

async function* readPages(file: string, limit: number): AsyncGenerator<PageLine> {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    if (count++ >= limit) return;
    yield JSON.parse(line) as PageLine;
  }
}

/** The rest of a generator for one of several readers: `for await` alone would close it for the others. */
async function* shared<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  for (;;) {
    const { value, done } = await source.next();
    if (done) return;
    yield value;
  }
}
