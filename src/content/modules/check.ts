import { isPageAnswer } from '../../core/model/clip-answer.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { check: isPageAnswer });
