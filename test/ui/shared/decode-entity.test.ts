// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { decodeNamedCharacterReference } from '../../../src/ui/shared/decode-entity.ts';

it.each([
  ['amp', '&'],
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['copy', '©'],
  ['semi', ';'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['CounterClockwiseContourIntegral', '∳'],
  ['NotEqualTilde', '≂̸'],
  ['xopf', '𝕩'],
])('knows what &%s; is', (name, text) => {
  expect(decodeNamedCharacterReference(name)).toBe(text);
});

it.each(['jianbao', 'notaname', 'ampx', 'AMp'])('knows no &%s;', (name) => {
  expect(decodeNamedCharacterReference(name)).toBe(false);
});
