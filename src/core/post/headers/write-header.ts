import type { Header } from '../../model/preset.ts';
import type { HeaderEntry } from './header-entry.ts';
import { metadataLines } from './metadata-lines.ts';
import { pageProperties } from './page-properties.ts';
import { tomlFrontMatter } from './toml-front-matter.ts';
import { wikiFields } from './wiki-fields.ts';
import { yamlFrontMatter } from './yaml-front-matter.ts';

/** The keys of a post, written. */
export interface WrittenHeader {
  /** The keys alone, without what encloses them. */
  readonly keys: string;
  /** What the post's file begins with; empty where the keys are in a file of their own, or there are none. */
  readonly lead: string;
  /** Whether the keys belong into `<post>.meta`. */
  readonly isApart: boolean;
}

const WRITERS: Readonly<Record<Header, (entries: readonly HeaderEntry[]) => WrittenHeader>> = {
  yaml: (entries) => within('---', yamlFrontMatter(entries)),
  toml: (entries) => within('+++', tomlFrontMatter(entries)),
  metadata: (entries) => bare(metadataLines(entries)),
  properties: (entries) => bare(pageProperties(entries), '\n'),
  fields: (entries) => ({ keys: wikiFields(entries), lead: '', isApart: true }),
  none: () => ({ keys: '', lead: '', isApart: false }),
};

/** Writes the keys of a post in the form that its preset asks for. */
export function writeHeader(header: Header, entries: readonly HeaderEntry[]): WrittenHeader {
  return WRITERS[header](entries);
}

function within(fence: string, keys: string): WrittenHeader {
  return { keys, lead: `${fence}\n${keys}${fence}\n`, isApart: false };
}

function bare(keys: string, end = ''): WrittenHeader {
  return { keys, lead: keys === '' ? '' : `${keys}${end}`, isApart: false };
}
