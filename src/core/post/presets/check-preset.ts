import * as v from 'valibot';
import { isTimeZone } from '../../dates/partial-date-time.ts';
import { NOTE_PROGRAMS } from '../../model/dialect.ts';
import { isRecord } from '../../model/is-record.ts';
import { KEY_FORMS } from '../../model/key-form.ts';
import { ownFields } from '../../model/own-object.ts';
import { BODY_FORMS, HEADERS, HIGHLIGHT_FORMS, type Preset } from '../../model/preset.ts';
import { SLUG_KINDS } from '../../model/slug-kind.ts';
import { MAX_TEMPLATE_LENGTH, parseTemplate, TemplateError, type TemplateErrorCode } from '../template/template.ts';
import { IMAGE_VARIABLES, OPENING_VARIABLES, type VariableName } from '../template/variables.ts';
import { checkPath, type PathCode } from './check-path.ts';

/** What is wrong with a value of a file; the sentence for it is `preset_<code>` in `_locales`. */
type ShapeCode =
  | 'not_an_object'
  | 'missing'
  | 'unknown_field'
  | 'wrong_type'
  | 'not_one_of'
  | 'too_long'
  | 'too_many'
  | 'not_allowed';

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
  const read = v.safeParse(preset, data, { abortPipeEarly: true });
  if (!read.success) return { ok: false, faults: read.issues.map(faultOf) };
  const faults = [...templateFaults(read.output), ...repeatedKeys(read.output)];
  return faults.length === 0 ? { ok: true, preset: read.output } : { ok: false, faults };
}

const isOneLine = (value: string): boolean => value.trim() === value && value !== '' && !/[\p{C}<>]/u.test(value);
/** Letters, digits and `_ . -`, as all programs take them; not the names by which JavaScript reaches prototypes. */
const isKey = (key: string): boolean =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key);

/** An object with these own fields and no others; `__proto__` from a JSON file is refused like any other name. */
function exact<Fields extends v.ObjectEntries>(fields: Fields) {
  // Without a prototype, so that `__proto__` is not the name of a field. The type stays that of the fields.
  const entries: Fields = Object.assign(Object.create(null), fields);
  return v.pipe(v.unknown(), v.transform(ownFields), v.strictObject(entries));
}

/** A list of at most `max` items. The length is checked first. */
function list<Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(v.array(v.unknown()), v.maxLength(max), v.array(item));
}

function text(max: number, allows: (value: string) => boolean = () => true) {
  return v.pipe(v.string(), v.maxLength(max), v.check(allows));
}

const template = text(MAX_TEMPLATE_LENGTH);

const frontMatterKey = exact({
  key: text(60, isKey),
  value: template,
  form: v.picklist(KEY_FORMS),
  keepEmpty: v.exactOptional(v.boolean()),
});

const dialect = exact({
  codeOpeners: list(
    text(4, (opener) => /^[!-/:-@[-`{-~]{2,4}$/.test(opener)),
    8,
  ),
  shortcodes: v.boolean(),
  rawHtml: v.picklist(['keep', 'none']),
  jsx: v.boolean(),
  vue: v.boolean(),
  footnotes: v.boolean(),
  taskLists: v.boolean(),
  callouts: v.boolean(),
  inlineMaths: v.exactOptional(v.picklist(['$$'])),
  notes: v.picklist(NOTE_PROGRAMS),
  pandoc: v.boolean(),
  kramdown: v.exactOptional(v.boolean()),
  pythonMarkdown: v.exactOptional(v.boolean()),
});

const preset: v.GenericSchema<unknown, Preset> = exact({
  version: v.picklist([1]),
  id: text(40, (id) => /^[a-z][a-z0-9-]*$/.test(id)),
  label: text(60, isOneLine),
  path: template,
  slug: v.picklist(SLUG_KINDS),
  header: v.picklist(HEADERS),
  frontMatter: list(frontMatterKey, 50),
  opening: template,
  body: v.picklist(BODY_FORMS),
  dialect,
  highlights: v.exactOptional(v.picklist(HIGHLIGHT_FORMS)),
  images: exact({ download: v.boolean(), file: template, link: template }),
  timeZone: v.exactOptional(text(60, isTimeZone)),
});

/** Translates an issue of valibot. */
function faultOf(issue: v.BaseIssue<unknown>): PresetFault {
  const steps = issue.path ?? [];
  const path = steps.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const code = codeOf(issue);
  const word = wordOf(code, issue);
  return { path: path.replace(/^\./, ''), code, ...(word === undefined ? {} : { word }) };
}

function codeOf({ type, expected, input, path }: v.BaseIssue<unknown>): ShapeCode {
  switch (type) {
    case 'strict_object':
      if (path?.at(-1)?.origin !== 'key') return 'not_an_object';
      return expected === 'never' ? 'unknown_field' : 'missing';
    case 'picklist':
      return 'not_one_of';
    case 'max_length':
      return typeof input === 'string' ? 'too_long' : 'too_many';
    case 'check':
      return 'not_allowed';
    default:
      return 'wrong_type';
  }
}

/** The word to show; of an object, which may have no text form, only that it is one. */
function wordOf(code: ShapeCode, { input, path }: v.BaseIssue<unknown>): string | undefined {
  if (code === 'missing' || code === 'unknown_field') return String(path?.at(-1)?.key);
  if (code !== 'not_one_of' && code !== 'not_allowed') return undefined;
  if (typeof input === 'object') return 'object';
  return code === 'not_one_of' ? String(input).slice(0, 40) : String(input);
}

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
  const version = isRecord(data) && Object.hasOwn(data, 'version') ? data['version'] : undefined;
  return typeof version === 'number' && version > 1;
}

function refused(code: PresetFaultCode): PresetCheck {
  return { ok: false, faults: [{ path: '', code }] };
}
