import { eastAsian } from '../extract/languages/east-asian.ts';
import { european } from '../extract/languages/european.ts';
import { monthsOf } from '../extract/languages/months.ts';
import { readEastAsianByline } from '../extract/metadata/bylines/east-asian-byline.ts';
import { siteRules } from '../extract/sites/site-rules.ts';
import { textualiseMaths } from '../markdown/maths/textualise-maths.ts';
import type { Parts } from './parts.ts';

/** Every part, for whoever need not count bytes. */
export const ALL_PARTS: Parts = {
  maths: { textualiseMaths },
  european: { phrases: european, monthsOf },
  'east-asian': { phrases: eastAsian, readByline: readEastAsianByline, siteRules },
};
