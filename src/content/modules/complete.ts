import { completeArticle } from '../../core/complete-article.ts';
import { toMarkdown } from '../../core/markdown/to-markdown.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { complete: { completeArticle, toMarkdown } });
