import { dropNamed } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import type { PassContext } from '../clean/pass.ts';

/** Sharing, following, printing, rating, reading aloud. No `font-size`: WordPress names paragraphs so. */
const SHARE_NAMES = nameTable(`
  share shares sharing sharebar sharebox sharelinks sharetools sharethis* sharedaddy addthis* addtoany* a2a-kit
  ssba* shariff* social socials socialmedia sociallinks socialshare followus follow-* jp-relatedposts fb-like
  bdshare* fenxiang rating ratings vote votes voting like-button article-tools article-actions post-actions
  toolbar toolbox print-button print-link listen-* audio-player-* qrcode qr-code erweima
`);

/** Share bars and other tools around the story. */
export function shareBars(root: Element, context: PassContext): void {
  dropNamed('share-bars', SHARE_NAMES, root, context, 0.1);
}
