import { appendFileSync, createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type PageLine, PageProcess } from './page-process.ts';

/** A tool that is measured. */
export interface System {
  readonly name: string;
  /** The process that reads pages and answers clips, as NDJSON. */
  readonly command: readonly string[];
}

export interface MeasureOptions {
  /** The pages that are asked for. */
  readonly ids: ReadonlySet<string>;
  /** Processes that clip at the same time. */
  readonly jobs: number;
  /** The folder of this run: two runs at once never share a file. */
  readonly folder: string;
}

/** Has a system clip pages of a set and returns the file of its answers, one JSON object a line. */
export async function measure(
  system: System,
  setFile: string,
  set: string,
  { ids, jobs, folder }: MeasureOptions,
): Promise<string> {
  const answers = join(folder, `${system.name}-${set}.ndjson`);
  writeFileSync(answers, '');
  const pages = readPages(setFile, ids);
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

/** A page without an answer is an error with no text. */
async function ask(process: PageProcess, page: PageLine): Promise<string> {
  try {
    return await process.ask(page);
  } catch (error) {
    return JSON.stringify({ id: page.id, text: '', error: String(error) });
  }
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
