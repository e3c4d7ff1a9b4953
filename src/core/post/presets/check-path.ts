import type { Template } from '../template/template.ts';
import { isPostName } from '../writable-path.ts';

/** What is wrong with the path of a preset; the sentence for it is `preset_<code>` in `_locales`. */
export type PathCode =
  | 'path_absolute'
  | 'path_leads_out'
  | 'path_hidden'
  | 'path_bad_character'
  | 'path_bad_ending'
  | 'path_one_name';

const ILLEGAL = /[\\<>:"|?*~\p{C}]/u;

/**
 * What is wrong with a path template as its author wrote it; values are made legal when the path is written.
 *
 * @param kind a post's path ends in `.md` or the like, a picture's in `{{image}}`
 */
export function checkPath(path: Template, kind: 'post' | 'image'): PathCode | undefined {
  // A value is always within one name: a letter replaces it here.
  const names = path
    .map((part) => (part.kind === 'text' ? part.text : 'x'))
    .join('')
    .split('/');
  if (names[0] === '' || /^[a-z]:$/i.test(names[0] ?? '')) return 'path_absolute';
  if (names.some((name) => /^\.*$/.test(name.trim()))) return 'path_leads_out';
  if (names.some((name) => name.startsWith('.'))) return 'path_hidden';
  if (names.some((name) => ILLEGAL.test(name) || /^[\s-]|[\s.]$/.test(name))) return 'path_bad_character';
  if (kind === 'post' && !isPostName(names.at(-1) ?? '')) return 'path_bad_ending';
  const last = path.at(-1);
  if (kind === 'image' && !(last?.kind === 'value' && namesOf([last]).includes('image'))) return 'path_bad_ending';
  return namesOf(path).length === 0 ? 'path_one_name' : undefined;
}

function namesOf(template: Template): string[] {
  return template.flatMap((part) =>
    part.kind === 'value' && part.source.kind === 'variable' ? [part.source.name] : [],
  );
}
