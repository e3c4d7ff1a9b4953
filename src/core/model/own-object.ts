import * as v from 'valibot';
import { isRecord } from './is-record.ts';

/** A schema of an object with these fields as its own; other fields are ignored, inherited ones count as missing. */
export function ownObject<Fields extends v.ObjectEntries>(fields: Fields) {
  return v.pipe(v.unknown(), v.transform(ownFields), v.object(fields));
}

/** A schema for each field of a type, so that a new field without one is a type error. */
export type SchemasOf<T> = { readonly [Name in keyof T & string]-?: v.GenericSchema };

/** Returns a copy of an object without what it inherits; any other value as it is. valibot reads inherited fields. */
export function ownFields(value: unknown): unknown {
  return isRecord(value) ? { ...value } : value;
}
