import * as v from 'valibot';
import type { Draft } from '../../core/model/draft.ts';
import { isRecord } from '../../core/model/is-record.ts';
import type { SchemasOf } from '../../core/model/own-object.ts';
import { draftFields } from '../model/stored-content.ts';
import { clipFields } from '../model/stored-rows.ts';

/** Thrown for a part of a backup that is not what its name says; names the first field that is wrong. */
export class PackedFieldError extends Error {}

export const webAddress = v.pipe(
  v.string(),
  v.regex(/^https?:\/\//i),
  v.check((address) => URL.canParse(address)),
);

/** The address of a clip is checked, because it is opened; what its page links to is not. */
export const packedClipFields = { ...clipFields(), url: webAddress };

/** Returns the own fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? { ...value } : {};
}

/**
 * Returns the fields that a type has, each checked against its schema; others are left out.
 *
 * @throws {PackedFieldError}
 */
export function pick<T>(what: string, schemas: SchemasOf<T>, value: unknown): T {
  if (!isRecord(value)) throw new PackedFieldError(what);
  const own = fieldsOf(value);
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(schemas) as (keyof T & string)[]) {
    if (!v.is(schemas[name], own[name])) throw new PackedFieldError(`${what}.${name}`);
    if (own[name] !== undefined) picked[name] = own[name];
  }
  // Every field was checked against its schema just now.
  return picked as T;
}

/**
 * Returns what a user changed in a draft. `null` is a field that the user emptied: JSON has no other word for it.
 *
 * @throws {PackedFieldError}
 */
export function pickEdits(value: unknown): Partial<Draft> {
  if (!isRecord(value)) throw new PackedFieldError('edits');
  const picked: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(draftFields)) {
    if (!Object.hasOwn(value, name)) continue;
    const field = value[name] === null ? undefined : value[name];
    if (!v.is(schema, field)) throw new PackedFieldError(`edits.${name}`);
    picked[name] = field;
  }
  return picked;
}
