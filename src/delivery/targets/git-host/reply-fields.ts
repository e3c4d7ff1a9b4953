import { ClipError } from '../../../core/model/failure.ts';
import { isRecord } from '../../../core/model/is-record.ts';

/** The value at a path of fields in a host's answer; nothing where a step of it is missing. */
export function fieldAt(value: unknown, ...names: readonly string[]): unknown {
  let at = value;
  for (const name of names) at = isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/**
 * A text in a host's answer.
 *
 * @throws {ClipError} `offline`: what answers is not the API, or only half of its answer came.
 */
export function textAt(value: unknown, ...names: readonly string[]): string {
  const text = fieldAt(value, ...names);
  if (typeof text !== 'string') throw new ClipError('offline', `no ${names.join('.')} in the answer`);
  return text;
}

/** A list in a host's answer. @throws {ClipError} `offline`. */
export function listAt(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const list = fieldAt(value, ...names);
  if (!Array.isArray(list)) throw new ClipError('offline', `no list ${names.join('.')} in the answer`);
  return list;
}
