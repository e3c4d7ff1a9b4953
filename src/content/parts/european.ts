import { european } from '../../core/extract/languages/european.ts';
import { bringPart } from './bring-part.ts';

bringPart({ european: { phrases: european } });
