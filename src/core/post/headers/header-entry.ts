import type { KeyForm } from '../../model/key-form.ts';
import type { Value } from '../template/value.ts';

/** One key and its value, in the order of the file. */
export interface HeaderEntry {
  readonly key: string;
  readonly form: KeyForm;
  readonly value: Value;
}
