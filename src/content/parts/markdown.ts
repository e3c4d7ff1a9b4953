import { toMarkdown } from '../../core/markdown/to-markdown.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';

bringPart(globalThis, { markdown: { toMarkdown } });
