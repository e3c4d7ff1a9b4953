import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isRecord } from '../../core/model/is-record.ts';
import { CliError } from '../failure-sentence.ts';
import { unlessMissing } from '../write-whole.ts';

/** The program that builds an archive, as far as it decides where a post is found. */
export interface SiteConfig {
  readonly program: 'jekyll' | 'hugo' | 'other';
  /** Jekyll's `permalink` setting. */
  readonly permalink: string;
  /** IANA zone of the site. */
  readonly timeZone?: string;
}

const HUGO_FILES = ['hugo.toml', 'hugo.yaml', 'hugo.json', 'config.toml', 'config/_default/hugo.toml'];

/**
 * Reads what builds the archive in a folder, from the file that the program itself reads.
 *
 * @throws {CliError} where the program could not read that file either.
 */
export async function readSiteConfig(folder: string): Promise<SiteConfig> {
  const text = await readFile(join(folder, '_config.yml'), 'utf8').catch(unlessMissing);
  if (text !== undefined) {
    const config = configIn(text);
    const { permalink, timezone } = isRecord(config) ? config : {};
    return {
      program: 'jekyll',
      permalink: typeof permalink === 'string' ? permalink : 'date',
      ...(typeof timezone === 'string' ? { timeZone: timezone } : {}),
    };
  }
  for (const name of HUGO_FILES) {
    if ((await readFile(join(folder, name)).catch(unlessMissing)) !== undefined)
      return { program: 'hugo', permalink: '' };
  }
  return { program: 'other', permalink: '' };
}

function configIn(yaml: string): unknown {
  try {
    return load(yaml);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    throw new CliError(`_config.yml cannot be read: ${reason}. Mend it first; Jekyll builds nothing with it.`);
  }
}
