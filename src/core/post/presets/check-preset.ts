import { isTimeZone } from '../../dates/partial-date-time.ts';
import type { Dialect } from '../../model/dialect.ts';
import { isRecord, own } from '../../model/field-checks.ts';
import { KEY_FORMS } from '../../model/key-form.ts';
import { BODY_FORMS, type FrontMatterKey, HEADERS, type ImagePlace, type Preset } from '../../model/preset.ts';
import { SLUG_KINDS } from '../../model/slug-kind.ts';
import { MAX_TEMPLATE_LENGTH, parseTemplate, TemplateError, type TemplateErrorCode } from '../template/template.ts';
import { IMAGE_VARIABLES, OPENING_VARIABLES, type VariableName } from '../template/variables.ts';
import { checkPath, type PathCode } from './check-path.ts';
import { flag, list, object, oneOf, type Report, type Shape, type ShapeCode, text } from './shape.ts';

/** What is wrong with a preset; the sentence for it is `preset_<code>`, for templates `template_<code>`, in `_locales`. */
export type PresetFaultCode =
  | ShapeCode
  | PathCode
  | 'too_large'
  | 'not_json'
  | 'newer_version'
  | 'repeated_key'
  | `template_${TemplateErrorCode}`;

/** A fault, where it was made. */
export interface PresetFault {
  /** The field, e.g. `path` or `frontMatter[2].value`; empty for the whole. */
  readonly path: string;
  readonly code: PresetFaultCode;
  /** In a template: the character, counted from 0. */
  readonly at?: number;
  /** The word at fault. */
  readonly word?: string;
}

export type PresetCheck =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly faults: readonly PresetFault[] };

/** The longest file that is read: a hundred times the longest built-in preset. */
export const MAX_PRESET_LENGTH = 200_000;

/** Reads an exported preset. Nothing of a file with a fault is taken. */
export function importPreset(json: string): PresetCheck {
  if (json.length > MAX_PRESET_LENGTH) return refused('too_large');
  try {
    return checkPreset(JSON.parse(json));
  } catch {
    return refused('not_json'); // JSON.parse has no other way to say so; checkPreset does not throw
  }
}

/** A preset as a file that `importPreset` reads. */
export function exportPreset(preset: Preset): string {
  return `${JSON.stringify(preset, null, 2)}\n`;
}

/** Whether a value is a preset that `toPost` can write with, and if not, every fault that it has. */
export function checkPreset(data: unknown): PresetCheck {
  if (isNewer(data)) return refused('newer_version');
  const faults: PresetFault[] = [];
  const report: Report = (path, code, word) => faults.push({ path, code, ...(word === undefined ? {} : { word }) });
  const preset = PRESET(data, '', report);
  if (preset === undefined) return { ok: false, faults };
  faults.push(...templateFaults(preset), ...repeatedKeys(preset));
  return faults.length === 0 ? { ok: true, preset } : { ok: false, faults };
}

const isOneLine = (value: string): boolean => value.trim() === value && value !== '' && !/[\p{C}<>]/u.test(value);
/** Letters, digits and `_ . -`, as all programs take them; not the names by which JavaScript reaches prototypes. */
const isKey = (key: string): boolean =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key);

const template = text(MAX_TEMPLATE_LENGTH);

const KEY: Shape<FrontMatterKey> = object<FrontMatterKey>(
  { key: text(60, isKey), value: template, form: oneOf(KEY_FORMS), keepEmpty: flag() },
  ['keepEmpty'],
);

const DIALECT: Shape<Dialect> = object<Dialect>(
  {
    codeOpeners: list(
      text(4, (opener) => /^[!-/:-@[-`{-~]{2,4}$/.test(opener)),
      8,
    ),
    shortcodes: flag(),
    rawHtml: oneOf(['keep', 'none']),
    jsx: flag(),
    vue: flag(),
    footnotes: flag(),
    taskLists: flag(),
    callouts: flag(),
    inlineMaths: oneOf(['$$']),
    notes: oneOf(['none', 'obsidian', 'logseq']),
    pandoc: flag(),
  },
  ['inlineMaths'],
);

const PRESET: Shape<Preset> = object<Preset>(
  {
    version: oneOf([1]),
    id: text(40, (id) => /^[a-z][a-z0-9-]*$/.test(id)),
    label: text(60, isOneLine),
    path: template,
    slug: oneOf(SLUG_KINDS),
    header: oneOf(HEADERS),
    frontMatter: list(KEY, 50),
    opening: template,
    body: oneOf(BODY_FORMS),
    dialect: DIALECT,
    images: object<ImagePlace>({ download: flag(), file: template, link: template }),
    timeZone: text(60, isTimeZone),
  },
  ['timeZone'],
);

/** All templates are read, so that each fault shows at its field. */
function templateFaults({ path, opening, images, frontMatter }: Preset): PresetFault[] {
  return [
    ...pathFaults('path', path),
    ...templateFault('opening', opening, OPENING_VARIABLES),
    ...pathFaults('images.file', images.file, IMAGE_VARIABLES),
    ...templateFault('images.link', images.link, IMAGE_VARIABLES),
    ...frontMatter.flatMap(({ value }, index) => templateFault(`frontMatter[${index}].value`, value)),
  ];
}

function templateFault(path: string, source: string, names?: readonly VariableName[]): PresetFault[] {
  try {
    parseTemplate(source, names);
    return [];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return [{ path, code: `template_${error.code}`, at: error.at, word: error.word }];
  }
}

function pathFaults(path: string, source: string, names?: readonly VariableName[]): PresetFault[] {
  const [fault] = templateFault(path, source, names);
  if (fault) return [fault];
  const code = checkPath(parseTemplate(source, names), names === undefined ? 'post' : 'image');
  return code === undefined ? [] : [{ path, code }];
}

function repeatedKeys({ frontMatter }: Preset): PresetFault[] {
  const seen = new Set<string>();
  return frontMatter.flatMap(({ key }, index): PresetFault[] => {
    if (seen.has(key)) return [{ path: `frontMatter[${index}].key`, code: 'repeated_key', word: key }];
    seen.add(key);
    return [];
  });
}

function isNewer(data: unknown): boolean {
  const version = isRecord(data) ? own(data, 'version') : undefined;
  return typeof version === 'number' && version > 1;
}

function refused(code: PresetFaultCode): PresetCheck {
  return { ok: false, faults: [{ path: '', code }] };
}
