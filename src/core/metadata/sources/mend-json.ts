import { decodeEntities } from '../../text/html-entities.ts';

/**
 * Parses JSON that a template wrote by hand. Mends what news sites get wrong: HTML comment and CDATA wrappers, escaped
 * quotation marks (`&quot;`), line breaks inside strings, bare quotation marks inside strings, `\'`, trailing commas,
 * comments, a missing end. Returns `undefined` where that is not enough. Linear in the length of the text.
 */
export function parseBrokenJson(text: string): unknown {
  const inner = unwrap(text);
  if (inner === '') return undefined;
  return tryParse(inner) ?? tryParse(mend(inner.includes('&quot;') ? decodeEntities(inner) : inner));
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON: the caller mends it or does without.
    return undefined;
  }
}

function unwrap(text: string): string {
  return text
    .replace('<![CDATA[', '')
    .replace(']]>', '')
    .replace(/^[\s/*]*(?:<!--)?[\s/*]*/, '')
    .replace(/(?:-->)?[;/*]{0,4}$/, '')
    .trim()
    .replace(/;$/, '');
}

const SPACE = new Set([' ', '\n', '\r', '\t', '\u00a0', '\ufeff']);
const ESCAPES = '"\\/bfnrtu';

function mend(text: string): string {
  const out: string[] = [];
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString) {
      if (character === '\\') {
        const next = text.charAt(at + 1);
        out.push(ESCAPES.includes(next) && next !== '' ? `\\${next}` : next);
        at += 1;
      } else if (character === '"') {
        inString = !endsString(text, at + 1, open.at(-1));
        out.push(inString ? '\\"' : '"');
      } else {
        out.push(character < ' ' ? ' ' : character);
      }
    } else if (character === '"') {
      inString = true;
      out.push('"');
    } else if (character === '{' || character === '[') {
      open.push(character);
      out.push(character);
    } else if (character === '}' || character === ']') {
      if (open.pop() === undefined) break;
      dropTrailingComma(out);
      out.push(character);
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end === -1 ? text.length : end + 1;
    } else if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (!SPACE.has(character)) {
      out.push(character);
    }
  }
  if (inString) out.push('"');
  dropTrailingComma(out);
  for (const bracket of open.reverse()) out.push(bracket === '{' ? '}' : ']');
  return out.join('');
}

function dropTrailingComma(out: string[]): void {
  if (out.at(-1) === ',') out.pop();
}

/** A quotation mark ends its string only where JSON can go on behind it. */
function endsString(text: string, from: number, container: string | undefined): boolean {
  const at = skipSpace(text, from);
  const next = text.charAt(at);
  if (next === '' || next === ':' || next === '}' || next === ']') return true;
  if (next !== ',') return false;
  const after = text.charAt(skipSpace(text, at + 1));
  return container === '{'
    ? after === '"' || after === '}' || after === '/'
    : after !== '' && '"{[]-0123456789tfn'.includes(after);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.has(text.charAt(at))) at += 1;
  return at;
}
