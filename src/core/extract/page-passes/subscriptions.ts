import { dropNamed } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import type { PassContext } from '../clean/pass.ts';

/** Newsletter boxes, calls to subscribe or donate, app promotion. */
const SUBSCRIPTION_NAMES = nameTable(`
  newsletter* news-letter subscribe* subscription* signup* sign-up* mailchimp* mc-embed* mc4wp* optin* opt-in*
  donate* donation* paywall* pay-wall membership-* app-promo app-download download-app appdownload
  call-to-action cta abo-* patreon* ko-fi steady-* support-us push-notification*
`);

/** Newsletter boxes, subscription promos, calls to donate. */
export function subscriptions(root: Element, context: PassContext): void {
  dropNamed('subscriptions', SUBSCRIPTION_NAMES, root, context, 0.15);
}
