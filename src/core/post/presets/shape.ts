/** What is wrong with a value out of a file; the sentence for it is `preset_<code>` in `_locales`. */
export type ShapeCode =
  | 'not_an_object'
  | 'missing'
  | 'unknown_field'
  | 'wrong_type'
  | 'not_one_of'
  | 'too_long'
  | 'too_many'
  | 'not_allowed';

/** Called with each fault: where (`frontMatter[2].key`), what, and the word at fault. */
export type Report = (path: string, code: ShapeCode, word?: string) => void;

/** Reads a value that could be anything; gives nothing, and reports why, where it is not a `T`. */
export type Shape<T> = (value: unknown, path: string, report: Report) => T | undefined;

/** A text of at most `max` characters that `allows` has nothing against. */
export function text(max: number, allows: (value: string) => boolean = () => true): Shape<string> {
  return (value, path, report) => {
    if (typeof value !== 'string') return refuse(report, path, 'wrong_type');
    if (value.length > max) return refuse(report, path, 'too_long');
    return allows(value) ? value : refuse(report, path, 'not_allowed', value);
  };
}

export function flag(): Shape<boolean> {
  return (value, path, report) => (typeof value === 'boolean' ? value : refuse(report, path, 'wrong_type'));
}

export function oneOf<const T extends string | number>(allowed: readonly T[]): Shape<T> {
  return (value, path, report) =>
    allowed.find((one) => one === value) ?? refuse(report, path, 'not_one_of', wordOf(value));
}

/** What stands there, to be shown; of an object, which may have no text form, only that it is one. */
function wordOf(value: unknown): string {
  return typeof value === 'object' ? 'object' : String(value).slice(0, 40);
}

export function list<T>(item: Shape<T>, max: number): Shape<readonly T[]> {
  return (value, path, report) => {
    if (!Array.isArray(value)) return refuse(report, path, 'wrong_type');
    if (value.length > max) return refuse(report, path, 'too_many');
    const items = value.map((one: unknown, index) => item(one, `${path}[${index}]`, report));
    const read = items.filter((one) => one !== undefined);
    return read.length === items.length ? read : undefined;
  };
}

/**
 * An object with exactly these fields, of which those named in `optional` may be absent. Only own fields are looked
 * at, and any other own field is refused, `__proto__` from a JSON file among them.
 */
export function object<T extends object>(
  fields: { readonly [Key in keyof T]-?: Shape<Exclude<T[Key], undefined>> },
  optional: readonly (keyof T)[] = [],
): Shape<T> {
  return (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse(report, path, 'not_an_object');
    }
    const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
    let isWhole = true;
    const fault: Report = (at, code, word) => {
      isWhole = false;
      report(at, code, word);
    };
    for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) fault(inner(key), 'unknown_field', key);
    const read: Partial<T> = {};
    for (const key of keysOf(fields)) {
      const own = Object.getOwnPropertyDescriptor(value, key);
      if (own === undefined) {
        if (!optional.includes(key)) fault(inner(String(key)), 'missing', String(key));
        continue;
      }
      const field = fields[key](own.value, inner(String(key)), fault);
      if (field !== undefined) read[key] = field;
    }
    // Every field was read by its own shape, or a fault was reported.
    return isWhole ? (read as T) : undefined;
  };
}

function keysOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[]; // a record of shapes has no other keys than those of its type
}

function refuse(report: Report, path: string, code: ShapeCode, word?: string): undefined {
  report(path, code, word);
}
