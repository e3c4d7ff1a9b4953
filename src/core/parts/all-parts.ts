import { eastAsian, eastAsianBylines } from '../extract/languages/east-asian.ts';
import { european, europeanBylines } from '../extract/languages/european.ts';
import { readEastAsianByline } from '../extract/metadata/bylines/east-asian-byline.ts';
import { siteRules } from '../extract/sites/site-rules.ts';
import { textualiseMaths } from '../markdown/maths/textualise-maths.ts';
import type { Parts } from './parts.ts';

/** Every part, for whoever need not count bytes. */
export const ALL_PARTS: Parts = {
  maths: { textualiseMaths },
  european: { phrases: european, bylines: europeanBylines },
  'east-asian': { phrases: eastAsian, bylines: eastAsianBylines, readByline: readEastAsianByline, siteRules },
};
