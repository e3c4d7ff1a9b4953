import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trimmedTurndown } from '../../scripts/trim-turndown.ts';

const turndown = readFileSync('node_modules/turndown/lib/turndown.browser.es.js', 'utf8');

describe('the trimmed Turndown', () => {
  it('holds no HTML parser', () => {
    expect(turndown).toContain('doc.write(');
    expect(trimmedTurndown(turndown)).not.toMatch(/DOMParser|doc\.write|htmlParser|rules\.paragraph/);
    expect(trimmedTurndown(turndown)).toContain('root = input.cloneNode(true);');
  });

  it('is not made of a version that it does not know', () => {
    expect(() => trimmedTurndown(turndown.replace('function RootNode(', 'function Root('))).toThrow(/trim-turndown/);
  });
});
