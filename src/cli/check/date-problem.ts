import { type DateLine, dateLineOf } from './date-line.ts';
import type { PostText } from './post-text.ts';
import type { Edit, Problem } from './problem.ts';

const HOUR = 3_600_000;
/** Offsets from UTC that are in use, in hours. */
const LARGEST_OFFSET = 14;

const COMMENT = /^\s*<!--(\d{11,14})-->/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

interface Stated extends Pick<DateLine, 'start' | 'end' | 'quote'> {
  /** The date as a wall clock read as UTC, in Unix milliseconds. */
  readonly wall: number;
  /** Its offset in milliseconds; undefined for none or `Z`. */
  readonly offset: number | undefined;
  /** True where it has thousandths: the stamp of a program and not of an editor. */
  readonly isStamp: boolean;
}

/**
 * Compares a post's `date` with the instant in the comment that opens its body. Robots read a publisher's wall clock as
 * UTC: one of the two is then off by whole hours, or the comment is later than the fetch that `date` holds.
 *
 * @param zone hours that the publishers' clocks are ahead of UTC; without it only a comment is mended, by a date that
 *   states its offset.
 */
export function dateProblem(post: PostText, zone?: number): Problem | undefined {
  const { text, body } = post;
  const found = COMMENT.exec(text.slice(body, body + 200));
  const comment = Number(found?.[1]);
  const date = statedIn(post);
  if (!found || !date || !Number.isFinite(comment)) return undefined;
  const instant = date.wall - (date.offset ?? 0);
  const hours = (comment - instant) / HOUR;
  const write = (milliseconds: number): Edit => {
    const start = body + found[0].indexOf('<!--') + '<!--'.length;
    return { start, end: start + String(found[1]).length, text: String(milliseconds) };
  };
  if (date.isStamp && date.offset === undefined) return stampProblem({ date, instant, comment, zone, write });
  if (hours === 0 || !Number.isInteger(hours) || Math.abs(hours) > LARGEST_OFFSET) return undefined;
  const message = `The date and the instant in the comment are ${Math.abs(hours)} hours apart.`;
  return { kind: 'date', message, ...editsOf({ date, instant, comment, zone, write }) };
}

interface Compared {
  readonly date: Stated;
  readonly instant: number;
  readonly comment: number;
  readonly zone: number | undefined;
  readonly write: (milliseconds: number) => Edit;
}

function editsOf({ date, instant, comment, zone, write }: Compared): { readonly edits?: readonly Edit[] } {
  if (date.offset !== undefined) return { edits: [write(instant)] };
  if (zone === undefined) return {};
  // The wall clock of the publisher was written as UTC, and the comment is right …
  if (date.wall - comment === zone * HOUR) return { edits: [dateEdit(date, comment, zone)] };
  // … or the other way round.
  return comment - instant === zone * HOUR ? { edits: [write(instant)] } : {};
}

/** A story cannot be fetched before it is published. */
function stampProblem({ date, instant, comment, zone, write }: Compared): Problem | undefined {
  if (comment <= instant || comment - instant > LARGEST_OFFSET * HOUR || comment % 1000 !== 0) return undefined;
  const message =
    'The instant in the comment is later than the date, which is that of the fetch: it is some hours off.';
  if (zone === undefined || comment - zone * HOUR > instant) return { kind: 'date', message };
  const published = comment - zone * HOUR;
  return { kind: 'date', message, edits: [write(published), dateEdit(date, published, zone)] };
}

function dateEdit({ start, end, quote }: Stated, instant: number, zone: number): Edit {
  const wall = new Date(instant + zone * HOUR).toISOString().slice(0, 19);
  const minutes = Math.abs(zone * 60);
  const offset = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { start, end, text: `${quote}${wall}${zone < 0 ? '-' : '+'}${offset}${quote}` };
}

function statedIn(post: PostText): Stated | undefined {
  const line = dateLineOf(post);
  const [, day, time, thousandths, zone] = ISO.exec(line?.value ?? '') ?? [];
  if (!line || day === undefined || time === undefined) return undefined;
  const wall = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wall)) return undefined;
  const { start, end, quote } = line;
  return { wall, offset: offsetOf(zone), isStamp: thousandths !== undefined, start, end, quote };
}

function offsetOf(zone: string | undefined): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000);
}
