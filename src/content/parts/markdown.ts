import { withMarkdown } from '../../core/markdown/with-markdown.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';

bringPart(globalThis, { markdown: { withMarkdown } });
