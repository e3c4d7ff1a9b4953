import { finishArticle } from '../../core/finish-article.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';
import { rehearseFinish } from '../../core/rehearse-finish.ts';

bringPart(globalThis, { finish: { finishArticle, rehearseFinish } });
