import { dropNamed } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import type { PassContext } from '../clean/pass.ts';

/** Advertisement slots and paid teasers. */
const AD_NAMES = nameTable(`
  ad ads adsense adsbygoogle adv advert adverts advertisement* advertising advertorial-* anzeige anzeigen
  werbung publicidad pubblicita publicite sponsor sponsored sponsors dfp* gpt-ad* google-ad* googlead* taboola*
  outbrain* ob-widget plista* revcontent* zergnet* mgid* innity* teads* affiliate-* promoted-content guanggao
  gg-box
`);

/** Advertisement slots. */
export function advertisements(root: Element, context: PassContext): void {
  dropNamed('advertisements', AD_NAMES, root, context, 0.2);
}
