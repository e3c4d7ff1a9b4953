import type { Dialect } from '../../model/dialect.ts';
import type { Segment } from './dialect-segments.ts';

const RAISED: ReadonlyMap<string, string> = scriptMap('0123456789+-=()nix', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ');
const LOWERED: ReadonlyMap<string, string> = scriptMap('0123456789+-=()aeoxijn', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼₙ');

function scriptMap(plain: string, small: string): Map<string, string> {
  const signs = [...small];
  return new Map([...plain].map((sign, at) => [sign, signs[at] ?? sign]));
}

/**
 * Rewrites HTML for a program that drops it: raised and lowered figures become their Unicode signs, keys and code
 * become code spans, other tags go and their text stays.
 */
export function withoutHtml(segments: readonly Segment[], dialect: Dialect): Segment[] {
  const written: Segment[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at];
    if (segment === undefined) continue;
    const next = segments[at + 1];
    const end = segments[at + 2];
    const isPair =
      segment.kind === 'html' &&
      next?.kind === 'text' &&
      end?.kind === 'html' &&
      end.closes &&
      end.name === segment.name;
    if (isPair && !segment.closes && next.kind === 'text') {
      written.push(...elementAsMarkdown(segment.name, next.raw));
      at += 2;
    } else if (segment.kind === 'html') written.push(...tagAsMarkdown(segment, next, dialect));
    else if (segment.kind === 'verbatim' && /^[ \t>]*<pre/i.test(segment.raw)) written.push(preAsFence(segment.raw));
    else written.push(segment);
  }
  return joinTexts(written);
}

/** Where a tag has gone, the texts beside it are one: `{<b>{` must not become `{{` unseen. */
function joinTexts(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isSameLine = last?.kind === 'text' && segment.kind === 'text' && !last.raw.endsWith('\n');
    if (isSameLine) joined.splice(-1, 1, { ...last, raw: last.raw + segment.raw });
    else joined.push(segment);
  }
  return joined;
}

function elementAsMarkdown(name: string, text: string): Segment[] {
  if (name === 'sup' || name === 'sub') return [plain(smallText(name, text))];
  if (name === 'kbd' || name === 'code') {
    // Between the tags of a key is Markdown, between those of code is not.
    const code = decode(name === 'kbd' ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text);
    const fence = '`'.repeat(1 + Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length)));
    const pad = /^`|`$/.test(code) ? ' ' : '';
    const inCell = code.replace(/\|/g, '\\|');
    return [{ kind: 'code', raw: `${fence}${pad}${inCell}${pad}${fence}`, content: inCell }];
  }
  return [plain(text)];
}

function smallText(name: string, text: string): string {
  const signs = name === 'sup' ? RAISED : LOWERED;
  const characters = [...text];
  if (characters.every((sign) => signs.has(sign))) return characters.map((sign) => signs.get(sign) ?? sign).join('');
  // The sign of a note reads well on the line, as does a word after a number (1st, 2ème); anything else would run into
  // its base.
  if (/^\\?\[[^[\]]*\]$/.test(text)) return text;
  return /^\p{L}+$/u.test(text) ? text : `${name === 'sup' ? '&#94;' : '\\_'}(${text})`;
}

function tagAsMarkdown(tag: Segment & { kind: 'html' }, next: Segment | undefined, dialect: Dialect): Segment[] {
  if (tag.name !== 'br') return [];
  if (dialect.jsx) return [{ ...tag, raw: '<br/>' }];
  // In a table a line cannot end; elsewhere two blanks and a line end are a break.
  return [plain(next?.raw.startsWith('\n') ? '  ' : ' ')];
}

function plain(raw: string): Segment {
  return { kind: 'text', raw, atLineStart: false };
}

function preAsFence(raw: string): Segment {
  const lead = /^[ \t>]*/.exec(raw)?.[0] ?? '';
  const language = /class="language-([\w+#.-]+)"/.exec(raw)?.[1] ?? '';
  const lines = decode(raw.replace(/<[^<>]*>/g, '')).split('\n');
  const body = lines.map((line, at) => (at > 0 && line.startsWith(lead) ? line.slice(lead.length) : line.trimStart()));
  while (body.length > 1 && body.at(-1)?.trim() === '') body.pop();
  const longest = Math.max(2, ...(raw.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const text = [`${fence}${language}`, ...body, fence].map((line) => lead + line).join('\n');
  return { kind: 'fence', raw: `${text}\n`, lead, indent: lead, info: language, lines: body, end: '\n' };
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

/** The references that this program's own HTML is written with. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]+));/g, (whole, number: string | undefined, name: string | undefined) => {
    const code = Number(number);
    if (number !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return NAMED.get(name ?? '') ?? whole;
  });
}
