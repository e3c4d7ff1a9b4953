import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { trimmed, UNUSED_METHODS, UNUSED_VALUES } from '../../scripts/trim-readability.ts';

const original = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const code = trimmed(original);

/** Names behind `this.` that are called. */
function called(source: string): Set<string> {
  return new Set([...source.matchAll(/\bthis\.(\w+)\(/g)].map(([, name]) => name ?? ''));
}

describe('Readability as it is built in', () => {
  it('calls nothing that was taken out', () => {
    expect([...called(code)].filter((name) => UNUSED_METHODS.has(name))).toEqual([]);
  });

  it.each([...UNUSED_VALUES])('does not ask for the value that was taken out: %s', (name) => {
    expect(code).not.toMatch(new RegExp(`\\.${name}\\b`));
  });

  it('refuses another version, in which a statement begins otherwise', () => {
    expect(() => trimmed(original.replace('var pageCacheHtml', 'const pageCacheHtml'))).toThrow('pageCacheHtml');
  });

  it('puts together no messages', () => {
    expect(called(original)).toContain('log');
    expect(called(code)).not.toContain('log');
    expect(code).not.toContain('articleContent.innerHTML');
  });

  it('refuses another version, in which a method has another name', () => {
    expect(() => trimmed(original.replaceAll('_getJSONLD(', '_readJSONLD('))).toThrow('_getJSONLD');
  });
});
