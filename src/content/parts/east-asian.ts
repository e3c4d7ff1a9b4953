import { eastAsian, eastAsianBylines } from '../../core/extract/languages/east-asian.ts';
import { readEastAsianByline } from '../../core/extract/metadata/bylines/east-asian-byline.ts';
import { siteRules } from '../../core/extract/sites/site-rules.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';

bringPart(globalThis, {
  'east-asian': { phrases: eastAsian, bylines: eastAsianBylines, readByline: readEastAsianByline, siteRules },
});
