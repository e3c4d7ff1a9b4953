import { readFile } from 'node:fs/promises';
import { readSiteFile, type SiteFile } from '../core/sites/read-site-file.ts';
import { UsageError } from './command.ts';

const NOTHING: SiteFile = { rules: [], defaults: [] };

/**
 * Reads the file that `--rules` names: rules and defaults as the extension's settings export them.
 *
 * @throws {UsageError} where it cannot be read or an entry has a fault.
 */
export async function siteFileOf(path: string | undefined): Promise<SiteFile> {
  if (path === undefined) return NOTHING;
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--rules ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = readSiteFile(content);
  if (result.ok) return result.file;
  const { fault } = result;
  throw new UsageError(
    fault.code === 'not-json'
      ? `--rules ${path} is not JSON`
      : `--rules ${path} has a fault at ${fault.entry || 'its top'}`,
  );
}
