/** The context of a text, where an escape depends on it. */
export interface TextContext {
  /** The last character before the text, as written; empty at the start of a line. */
  readonly before: string;
  /** The first character after it; empty at the end of a line. */
  readonly after: string;
  readonly atLineStart: boolean;
  readonly inLink: boolean;
  readonly inHeading: boolean;
  readonly inCell: boolean;
  /** Signs that only work in pairs, and of which the whole block has a pair: `~ $ ^ ==`. */
  readonly paired: ReadonlySet<string>;
}

/** Signs that can mean something inside a line. A text without any is written as it is. */
const SIGNS = /[\\`*_[\]{<&|~$^=%!]|>>|:\/\/|www\./i;
const EACH_SENTINEL = /[\\`*_[\]{<&|~$^%!]|={2,}|>(?=>)|:(?=\/\/)|(?<=www)\./gi;
/** An address that `linkAddresses` has left as text. */
const QUIET_START = /^(?::\/\/|\.)[a-z\d]/i;
/** A character reference, as CommonMark 6.4 and HTML read it. */
const REFERENCE = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Text as Markdown that shows the same text: in CommonMark and GFM, and in kramdown, goldmark, Pandoc, marked,
 * markdown-it and Obsidian with what each adds. A sign is escaped where it could mean something, and only there, for
 * people read this in an editor. Backslashes are written only before signs where all seven accept them; `{ < & % ^ :`
 * become character references, because template languages and kramdown look past a backslash.
 */
export function escapeText(text: string, context: TextContext): string {
  const escaped = SIGNS.test(text)
    ? text.replace(EACH_SENTINEL, (sign, at: number) => escapeSign(sign, at, text, context))
    : text;
  const started = context.atLineStart ? escapeLineStart(escaped) : escaped;
  return context.inHeading && context.after === '' ? started.replace(/#$/, '\\#') : started;
}

function escapeSign(sign: string, at: number, text: string, context: TextContext): string {
  const before = at > 0 ? charBefore(text, at) : context.before;
  const end = at + sign.length;
  const after = end < text.length ? charAt(text, end) : context.after;
  switch (sign) {
    case '\\':
    case '|':
      return `\\${sign}`;
    case '`':
      // kramdown divides a row into cells before it reads backslashes: no bar up to the next backtick would part them.
      return context.inCell ? '&#96;' : '\\`';
    case '*':
      return isBlank(before) && isBlank(after) && !startsLine(at, context) ? sign : '\\*';
    case '_':
      return (WORD.test(before) && WORD.test(after)) || (isBlank(before) && isBlank(after) && !startsLine(at, context))
        ? sign
        : '\\_';
    case '<':
      return '&lt;';
    case '>':
      // kramdown and Hugo's typographer make « and » of two.
      return '&gt;';
    case '&':
      return REFERENCE.test(text.slice(at, at + 40)) ? '&amp;' : sign;
    case '[':
      return context.inLink || opensSomething(before, after) || startsLine(at, context) ? '\\[' : sign;
    case ']':
      // `[text]: …` at the start of a line is a definition to kramdown, also where the bracket is escaped.
      if (context.inLink && after === ':') return '&#93;';
      return context.inLink || '([{:'.includes(after || ' ') ? '\\]' : sign;
    case '!':
      return after === '[' && end === text.length ? '\\!' : sign;
    case '{':
      return escapeBrace(text, at, before, after);
    case '%':
      return before === '%' ? '&#37;' : sign;
    case '^':
      return context.paired.has('^') || isBlank(before) || before === '[' || after === '[' ? '&#94;' : sign;
    case '~':
    case '$':
      return context.paired.has(sign) ? `\\${sign}` : sign;
    case ':':
    case '.':
      // What is left of an address that is not one: GFM would make a link of it and of all that follows.
      return context.inLink || QUIET_START.test(text.slice(at, at + 40)) ? sign : `\\${sign}`;
    default:
      return context.paired.has('==') ? sign.replaceAll('=', '\\=') : sign;
  }
}

/**
 * `[[wiki]]`, `[^note]`, `![image]`, `[!NOTE]`, `[@cite]` and a link within brackets. At the start of a line any `[` may:
 * a task, `[TOC]`, and kramdown takes `[x\]: …` for a definition, which vanishes.
 */
function opensSomething(before: string, after: string): boolean {
  return '[^!@'.includes(after || ' ') || '[!^]'.includes(before || ' ');
}

/** `{{ {% {# {: {<` start template languages and kramdown's attributes; `{.a`, `{a=` and `]{`, `*{` other attribute lists. */
function escapeBrace(text: string, at: number, before: string, after: string): string {
  if ('{%#:<'.includes(after || ' ')) return '&#123;';
  const isList =
    after === '.' || '])*_`>~'.includes(before || ' ') || /^\{\s*[\w.-]+\s*=/.test(text.slice(at, at + 80));
  return isList ? '\\{' : '{';
}

/** What would make a block of a line: a heading, a list, a quotation, a rule, an underline, a definition, a container. */
function escapeLineStart(text: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(text);
  if (number) return `${number[1]}\\${number[2]}${text.slice(number[0].length)}`;
  if (/^[#>]/.test(text) || /^[-+](?:\s|$)/.test(text) || /^(?:--|=+\s*$|~\s)/.test(text)) return `\\${text}`;
  return /^:(?:\s|:|$)/.test(text) ? `&#58;${text.slice(1)}` : text;
}

function startsLine(at: number, context: TextContext): boolean {
  return context.atLineStart && at === 0;
}

function isBlank(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(text: string, at: number): string {
  const unit = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(unit) ? text.slice(at - 2, at) : unit;
}
