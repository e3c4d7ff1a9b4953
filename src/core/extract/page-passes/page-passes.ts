import type { Pass } from '../clean/pass.ts';
import { advertisements } from './advertisements.ts';
import { captions } from './captions.ts';
import { cards } from './cards.ts';
import { comments } from './comments.ts';
import { consent } from './consent.ts';
import { credits } from './credits.ts';
import { dialogs } from './dialogs.ts';
import { hidden } from './hidden.ts';
import { navigation } from './navigation.ts';
import { printOnly } from './print-only.ts';
import { related } from './related.ts';
import { shareBars } from './share-bars.ts';
import { subscriptions } from './subscriptions.ts';

/** The passes over the whole page, before the story's block is looked for, in order. */
export const PAGE_PASSES: readonly Pass[] = [
  hidden,
  consent,
  dialogs,
  printOnly,
  advertisements,
  comments,
  cards,
  navigation,
  subscriptions,
  shareBars,
  related,
  credits,
  captions,
];
