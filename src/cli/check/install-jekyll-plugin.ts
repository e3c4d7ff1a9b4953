import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../failure-sentence.ts';
import { makeFolder } from '../make-folder.ts';
import { codeOf, unlessMissing, writeWhole } from '../write-whole.ts';
import { JEKYLL_PLUGIN } from './jekyll-plugin.ts';

/** Where Jekyll looks for plugins of a site by default. */
export const PLUGIN_PATH = '_plugins/jianbao_large_archive.rb';

/**
 * Puts the plugin for large archives into a Jekyll site; what is there already is left as it is.
 *
 * @returns a sentence that says what was done.
 * @throws {CliError} where the folder is not a Jekyll site, or another file has the name.
 */
export async function installJekyllPlugin(folder: string): Promise<string> {
  if (!(await stat(join(folder, '_config.yml')).catch(unlessMissing))) {
    throw new CliError(`${folder} is not a Jekyll site: it has no _config.yml.`);
  }
  const place = join(folder, PLUGIN_PATH);
  await makeFolder(join(folder, '_plugins'));
  try {
    await writeWhole(place, JEKYLL_PLUGIN, { onto: 'nothing' });
    return `${place} is in place.`;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if ((await readFile(place, 'utf8')) === JEKYLL_PLUGIN) return `${place} is in place already.`;
    throw new CliError(`${place} is there and has other content; it was left as it is.`);
  }
}
