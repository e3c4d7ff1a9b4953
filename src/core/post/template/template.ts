import { FILTERS, type FilterName } from './filters.ts';
import { DRAFT_VARIABLES, type VariableName } from './variables.ts';

/** A template: text with `{{value | filter:"argument" | …}}` in it. `docs/presets.md` describes the language. */
export type Template = readonly TemplatePart[];

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly source: TemplateSource; readonly filters: readonly FilterCall[] };

export type TemplateSource =
  | { readonly kind: 'variable'; readonly name: VariableName }
  | { readonly kind: 'literal'; readonly text: string };

export interface FilterCall {
  readonly name: FilterName;
  readonly args: readonly string[];
}

/** What can be wrong with a template; the sentence for it is `template_<code>` in `_locales`. */
export type TemplateErrorCode =
  | 'unclosed'
  | 'unclosed_quote'
  | 'expected_value'
  | 'unknown_value'
  | 'expected_filter'
  | 'unknown_filter'
  | 'too_few_arguments'
  | 'too_many_arguments'
  | 'bad_argument'
  | 'unexpected'
  | 'too_long';

/** A fault in a template: which, where (in characters from the start) and the word at fault. */
export class TemplateError extends Error {
  readonly code: TemplateErrorCode;
  readonly at: number;
  readonly word: string;

  constructor(code: TemplateErrorCode, at: number, word: string) {
    super(`Template: ${code.replaceAll('_', ' ')} at character ${at + 1}${word === '' ? '' : `: ${word}`}`);
    this.name = 'TemplateError';
    this.code = code;
    this.at = at;
    this.word = word;
  }
}

/** The longest template that is read; the longest built-in one has 60 characters. */
export const MAX_TEMPLATE_LENGTH = 2000;

/**
 * Reads a template, in one pass.
 *
 * @param names the variables that it may name
 * @throws TemplateError at the first fault
 */
export function parseTemplate(source: string, names: readonly VariableName[] = DRAFT_VARIABLES): Template {
  if (source.length > MAX_TEMPLATE_LENGTH) throw new TemplateError('too_long', MAX_TEMPLATE_LENGTH, '');
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    const end = open < 0 ? source.length : open;
    if (end > at) parts.push({ kind: 'text', text: source.slice(at, end) });
    if (open < 0) break;
    const { tokens, end: close } = readTokens(source, open);
    parts.push(readValue(tokens, names));
    at = close;
  }
  return parts;
}

interface Token {
  readonly kind: 'word' | 'string' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

const WORD = /[\p{L}\p{N}_./+-]+/uy;
const BLANK = /\s*/y;

/** The tokens between `{{` at `open` and the next `}}` outside quotes. */
function readTokens(source: string, open: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let at = open + 2;
  while (true) {
    BLANK.lastIndex = at;
    BLANK.exec(source);
    at = BLANK.lastIndex;
    if (source.startsWith('}}', at)) {
      tokens.push({ kind: 'end', text: '}}', at });
      return { tokens, end: at + 2 };
    }
    if (at >= source.length) throw new TemplateError('unclosed', open, '{{');
    const token = readToken(source, at);
    tokens.push(token);
    at += token.kind === 'string' ? token.text.length + 2 : token.text.length;
  }
}

function readToken(source: string, at: number): Token {
  const character = source.charAt(at);
  if (character === '|' || character === ':' || character === ',') return { kind: 'mark', text: character, at };
  if (character === '"' || character === "'") {
    const close = source.indexOf(character, at + 1);
    if (close < 0) throw new TemplateError('unclosed_quote', at, character);
    return { kind: 'string', text: source.slice(at + 1, close), at };
  }
  WORD.lastIndex = at;
  const word = WORD.exec(source)?.[0];
  if (word === undefined) throw new TemplateError('unexpected', at, character);
  return { kind: 'word', text: word, at };
}

/** `value ( "|" filter ( ":" argument ( "," argument )* )? )* "}}"` */
function readValue(tokens: readonly Token[], names: readonly VariableName[]): TemplatePart {
  const [head, ...rest] = tokens;
  const source = readSource(head, names);
  const filters: FilterCall[] = [];
  let next = 0;
  while (rest[next]?.kind !== 'end') {
    expectMark(rest[next], '|');
    const { call, length } = readFilter(rest, next + 1);
    filters.push(call);
    next += 1 + length;
  }
  return { kind: 'value', source, filters };
}

function readSource(token: Token | undefined, names: readonly VariableName[]): TemplateSource {
  if (token?.kind === 'string') return { kind: 'literal', text: token.text };
  if (token?.kind !== 'word') throw new TemplateError('expected_value', token?.at ?? 0, token?.text ?? '');
  const name = names.find((variable) => variable === token.text);
  if (name === undefined) throw new TemplateError('unknown_value', token.at, token.text);
  return { kind: 'variable', name };
}

function readFilter(tokens: readonly Token[], start: number): { call: FilterCall; length: number } {
  const token = tokens[start];
  if (token?.kind !== 'word') throw new TemplateError('expected_filter', token?.at ?? 0, token?.text ?? '');
  const name = (Object.keys(FILTERS) as FilterName[]).find((filter) => filter === token.text);
  if (name === undefined) throw new TemplateError('unknown_filter', token.at, token.text);
  const args: string[] = [];
  let next = start + 1;
  let mark = ':';
  while (tokens[next]?.kind === 'mark' && tokens[next]?.text === mark) {
    const argument = tokens[next + 1];
    if (argument?.kind !== 'word' && argument?.kind !== 'string') {
      throw new TemplateError('bad_argument', argument?.at ?? token.at, argument?.text ?? '');
    }
    args.push(argument.text);
    mark = ',';
    next += 2;
  }
  checkArguments(name, args, token);
  return { call: { name, args }, length: next - start };
}

function checkArguments(name: FilterName, args: readonly string[], token: Token): void {
  const { least, most, accepts } = FILTERS[name];
  if (args.length < least) throw new TemplateError('too_few_arguments', token.at, token.text);
  if (args.length > most) throw new TemplateError('too_many_arguments', token.at, token.text);
  if (accepts && !accepts(args)) throw new TemplateError('bad_argument', token.at, args.join(', '));
}

function expectMark(token: Token | undefined, mark: string): void {
  if (token?.kind !== 'mark' || token.text !== mark) {
    throw new TemplateError('unexpected', token?.at ?? 0, token?.text ?? '');
  }
}
