import { appendFile, readFile, truncate } from 'node:fs/promises';
import * as v from 'valibot';
import { CliError } from '../failure-sentence.ts';
import { unlessMissing } from '../write-whole.ts';

/** What a run has done, so that the next one goes on where it ended. */
export interface Journal {
  /** Where the post of a page is, if it was saved. */
  savedAt(page: string): string | undefined;
  saved(page: string, path: string): Promise<void>;
  failed(page: string, reason: string): Promise<void>;
}

const OPENING = '{"time":"';
const LINE = v.object({ page: v.string(), saved: v.optional(v.string()), failed: v.optional(v.string()) });

/**
 * Opens a journal: a file with one JSON object a line, `{"time", "page", "saved": path}` or `{…, "failed": reason}`,
 * written as the pages are done. A line that a kill cut short is dropped; its page is done again.
 *
 * @throws {CliError} where the file is something else.
 */
export async function openJournal(file: string): Promise<Journal> {
  const text = (await readFile(file, 'utf8').catch(unlessMissing)) ?? '';
  const end = text.lastIndexOf('\n') + 1;
  const done = new Map<string, string>();
  for (const [at, line] of text.slice(0, end).split('\n').entries()) {
    const entry = entryOf(line);
    if (!entry && line !== '') throw new CliError(`${file} is not a journal of clips: line ${at + 1} is not its own.`);
    if (entry?.saved !== undefined) done.set(entry.page, entry.saved);
  }
  if (end < text.length) await dropCutLine(file, text, end);
  const write = async (entry: Readonly<Record<string, string>>): Promise<void> =>
    appendFile(file, `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  return {
    savedAt: (page) => done.get(page),
    saved: (page, path) => write({ page, saved: path }),
    failed: (page, reason) => write({ page, failed: reason }),
  };
}

/** Only a kill leaves a line without its end. */
async function dropCutLine(file: string, text: string, end: number): Promise<void> {
  const line = text.slice(end);
  if (!OPENING.startsWith(line.slice(0, OPENING.length))) throw new CliError(`${file} is not a journal of clips.`);
  await truncate(file, Buffer.byteLength(text.slice(0, end)));
}

function entryOf(line: string): v.InferOutput<typeof LINE> | undefined {
  try {
    return v.parse(LINE, JSON.parse(line));
  } catch {
    return undefined; // Not an entry; the caller knows whether one should be there.
  }
}
