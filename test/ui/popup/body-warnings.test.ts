import { expect, it } from 'vitest';
import { bodyWarnings } from '../../../src/ui/popup/body-warnings.ts';

it('says of a story that is paid for only that', () => {
  expect(bodyWarnings(['body-short', 'paywall', 'body-uncertain'])).toEqual(['paywall']);
  expect(bodyWarnings(['paywall', 'too-large'])).toEqual(['paywall', 'too-large']);
});

it('leaves to the date what concerns the date', () => {
  expect(bodyWarnings(['date-conflict', 'body-short'])).toEqual(['body-short']);
});
