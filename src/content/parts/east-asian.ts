import { eastAsian } from '../../core/extract/languages/east-asian.ts';
import { readEastAsianByline } from '../../core/extract/metadata/bylines/east-asian-byline.ts';
import { bringPart } from './bring-part.ts';

bringPart({ 'east-asian': { phrases: eastAsian, readByline: readEastAsianByline } });
