import { registerModule } from '../../core/modules/registered-modules.ts';
import { pathOfPost } from '../../core/post/path-of-post.ts';
import { countStory } from '../../core/text/story-counts.ts';

registerModule(globalThis, { plan: { pathOfPost, countStory } });
