import { completeArticle } from '../../core/complete-article.ts';
import { toMarkdown } from '../../core/markdown/to-markdown.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';
import { warmUp } from '../../core/warm-up.ts';

registerModule(globalThis, { complete: { completeArticle, warmUp, toMarkdown } });
