import { readFile } from 'node:fs/promises';
import { basename } from 'node:path/posix';
import messages from '../../_locales/en/messages.json' with { type: 'json' };
import { freshDraft } from '../app/fresh-draft.ts';
import type { Article } from '../core/model/article.ts';
import type { Preset } from '../core/model/preset.ts';
import { importPreset, type PresetFault } from '../core/post/presets/check-preset.ts';
import { DEFAULT_PRESET, PRESETS } from '../core/post/presets/presets.ts';
import { type Post, toPost } from '../core/post/to-post.ts';
import { UsageError } from './command.ts';
import { unlessMissing } from './write-whole.ts';

const MESSAGES: Readonly<Record<string, { readonly message: string }>> = messages;

/** What a preset may be called on the command line, for help and complaints. */
export const PRESET_NAMES = PRESETS.map(({ id }) => id).join(', ');

/** The built-in preset of a name given on the command line. @throws {UsageError} */
export function presetNamed(name: string | undefined): Preset {
  if (name === undefined) return DEFAULT_PRESET;
  const preset = PRESETS.find(({ id }) => id === name);
  if (preset) return preset;
  throw new UsageError(`there is no preset ${name}; there are ${PRESET_NAMES}`);
}

/**
 * The preset that the command line names: a built-in one, or a file that the settings page exported.
 *
 * @throws {UsageError}
 */
export async function presetOf(name: string | undefined): Promise<Preset> {
  if (name === undefined || !/\.json$|[\\/]/i.test(name)) return presetNamed(name);
  const json = await readFile(name, 'utf8').catch(unlessMissing);
  if (json === undefined) throw new UsageError(`there is no preset file ${name}`);
  const check = importPreset(json);
  if (check.ok) return check.preset;
  throw new UsageError(`${name} is no preset: ${check.faults.map(faultSentence).join('; ')}`);
}

/** The sentence of the settings page, which has the word at fault as `$1`. */
function faultSentence({ path, code, word }: PresetFault): string {
  const key = code.startsWith('template_') ? code : `preset_${code}`;
  const { message = code } = MESSAGES[key] ?? {};
  const sentence = message.replace(/\$(?:\d|\w+\$)/g, word ?? '').replace(/\.$/, '');
  return path === '' || path === word ? sentence : `${path}: ${sentence}`;
}

/** The post of a fresh clip, as the popup would save it unedited. @param siteTags of the user's defaults for the site. */
export function postOf(article: Article, preset: Preset, now: Date, siteTags: readonly string[] = []): Post {
  return toPost(freshDraft(article, now.getTime(), siteTags), preset);
}

/** What `ndjson` and `clip --json` print of a page. */
export interface ClipReport {
  readonly title: string;
  readonly authors: readonly string[];
  /** ISO 8601 as the publisher stated it: a day, a local time, or a time with its offset. */
  readonly published: string | null;
  readonly siteName: string;
  readonly lang: string;
  /** Running text, blocks separated by a blank line. */
  readonly text: string;
  readonly markdown: string;
  /** The whole text of the file. */
  readonly post: string;
  readonly fileName: string;
  readonly html: string;
}

export function reportOf(article: Article, post: Post): ClipReport {
  return {
    title: article.title.value,
    authors: article.authors.value,
    published: article.published?.value ?? null,
    siteName: article.siteName.value,
    lang: article.language.value,
    text: article.text,
    markdown: article.markdown,
    post: post.text,
    fileName: basename(post.path),
    html: article.html,
  };
}
