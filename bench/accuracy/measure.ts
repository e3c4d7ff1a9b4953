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

const UNANSWERED = 'unanswered';

export interface MeasureOptions {
  /** The pages that are asked for. */
  readonly ids: ReadonlySet<string>;
  /** Processes that clip at the same time. */
  readonly jobs: number;
}

/**
 * Has a system clip pages of a set and returns the file of its answers, one JSON object a line. Answers are kept in the
 * temporary folder, so that a broken run continues where it stopped, and a page is clipped once for each build.
 */
export async function measure(
  system: System,
  setFile: string,
  set: string,
  { ids, jobs }: MeasureOptions,
): Promise<string> {
  const folder = join(tmpdir(), 'jianbao-accuracy', `${system.name}-${digest(system.version)}`);
  mkdirSync(folder, { recursive: true });
  const answers = join(folder, `${set}.ndjson`);
  const done = idsIn(answers);
  const missing = new Set([...ids].filter((id) => !done.has(id)));
  if (missing.size === 0) return answers;

  const pages = readPages(setFile, missing);
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      const process = new PageProcess(system.command);
      try {
        for await (const page of shared(pages)) appendFileSync(answers, `${await ask(process, page)}\n`);
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

async function* readPages(file: string, ids: ReadonlySet<string>): AsyncGenerator<PageLine> {
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const page = JSON.parse(line) as PageLine;
    if (ids.has(page.id)) yield page;
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
