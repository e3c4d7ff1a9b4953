import {
  COLLECTION_STYLE,
  type CollectionStyle,
  DUMP_SCHEMA,
  type Node,
  present,
  SCALAR_STYLE,
  type ScalarStyleRule,
} from 'js-yaml';
import type { KeyForm } from '../../model/key-form.ts';
import { listOf, textOf, type Value } from '../template/value.ts';
import type { HeaderEntry } from './header-entry.ts';

/**
 * The YAML of a post's front matter, one key a line, ending in a line break; empty for no entries.
 * A string that some reader (YAML 1.1 or 1.2, Ruby's Psych) could take for something else is double-quoted.
 */
export function yamlFrontMatter(entries: readonly HeaderEntry[]): string {
  if (entries.length === 0) return '';
  const contents = mapping(
    entries.map(({ key, form, value }) => [plain(key), NODES[form](value)]),
    COLLECTION_STYLE.BLOCK,
  );
  const yaml = present([{ contents, directives: [] }], {
    schema: DUMP_SCHEMA,
    lineWidth: -1,
    flowBracketPadding: true,
    scalarStyleRules: [quoteUnlessWord],
  });
  return yaml.replaceAll(COMMAND, '\\x3C%');
}

/**
 * Obsidian's Templater runs `<% … %>` wherever it is in a new file. A value that holds it is always double-quoted,
 * where YAML has another way to write the sign.
 */
const COMMAND = '<%';

const TAG = 'tag:yaml.org,2002:';
/** A timestamp that YAML 1.1 readers take as one (yaml.org/type/timestamp): seconds are a must. */
const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

/** How each form becomes a node; a value that is not of the form's kind is written as text, so that it is never lost. */
const NODES: Readonly<Record<KeyForm, (value: Value) => Node>> = {
  text: (value) => plain(textOf(value)),
  quoted: (value) => quoted(textOf(value)),
  list: (value) => sequence(listOf(value).map(plain), COLLECTION_STYLE.FLOW),
  lines: (value) => sequence(listOf(value).map(plain), COLLECTION_STYLE.BLOCK),
  date: (value) => typed('timestamp', TIMESTAMP, textOf(value)),
  number: (value) => typed('int', /^-?(?:0|[1-9]\d{0,14})$/, textOf(value)),
  boolean: (value) => typed('bool', /^(?:true|false)$/, textOf(value)),
  people: (value) => sequence(listOf(value).map(person), COLLECTION_STYLE.FLOW),
};

function plain(value: string): Node {
  return { kind: 'scalar', tag: `${TAG}str`, tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

function quoted(value: string): Node {
  return { kind: 'scalar', tag: `${TAG}str`, tagged: false, style: SCALAR_STYLE.DOUBLE_QUOTED, value };
}

function typed(tag: string, pattern: RegExp, value: string): Node {
  if (!pattern.test(value)) return quoted(value);
  return { kind: 'scalar', tag: `${TAG}${tag}`, tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

function sequence(items: Node[], style: CollectionStyle): Node {
  return { kind: 'sequence', tag: `${TAG}seq`, tagged: false, style, items };
}

function mapping(pairs: readonly (readonly [Node, Node])[], style: CollectionStyle): Node {
  const items = pairs.map(([key, value]) => ({ key, value }));
  return { kind: 'mapping', tag: `${TAG}map`, tagged: false, style, items };
}

function person(name: string): Node {
  return mapping([[plain('name'), quoted(name)]], COLLECTION_STYLE.FLOW);
}

/**
 * Strings that every parser reads unchanged: they begin with a letter. The rest is quoted although YAML 1.2 would
 * not ask for it: Psych reads `1,000` as a number and `:a` as a symbol, and old libyaml trips over `?` and `:` in flow.
 */
const WORD = /^\p{L}/u;
const WORD_IN_FLOW = /^\p{L}[\p{L}\p{M}\p{N} ._·/&+-]*$/u;

const quoteUnlessWord: ScalarStyleRule = (layout) => {
  if (layout.style !== SCALAR_STYLE.PLAIN) return;
  const isString = layout.node.tag === `${TAG}str`;
  const isAllowed = (layout.allowedStylesMask & (1 << SCALAR_STYLE.PLAIN)) !== 0;
  const { value } = layout.node;
  const isWord = (layout.flowOnly ? WORD_IN_FLOW : WORD).test(value) && !value.includes(COMMAND);
  if (isString && !(isAllowed && isWord)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
};
