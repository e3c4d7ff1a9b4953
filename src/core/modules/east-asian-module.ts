import { reasonOf } from '../extract/clean/east-asian-info-line.ts';
import { eastAsian, eastAsianBylines } from '../languages/east-asian.ts';
import { isTold } from '../languages/east-asian-told.ts';
import { readEastAsianByline } from '../metadata/bylines/east-asian-byline.ts';
import { readEastAsianField } from '../metadata/bylines/east-asian-field.ts';
import { shapeOf } from '../metadata/bylines/east-asian-names.ts';
import type { Modules } from '../model/modules.ts';

export const eastAsianModule: Modules['east-asian'] = {
  phrases: eastAsian,
  isTold,
  reasonOf,
  bylines: eastAsianBylines,
  readByline: readEastAsianByline,
  readField: readEastAsianField,
  shapeOf,
};
