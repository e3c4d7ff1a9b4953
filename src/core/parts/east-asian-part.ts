import { eastAsian, eastAsianBylines } from '../extract/languages/east-asian.ts';
import { readEastAsianByline } from '../extract/metadata/bylines/east-asian-byline.ts';
import { siteRules } from '../extract/sites/site-rules.ts';
import type { Parts } from './parts.ts';

export const eastAsianPart: Parts['east-asian'] = {
  phrases: eastAsian,
  bylines: eastAsianBylines,
  readByline: readEastAsianByline,
  siteRules,
};
