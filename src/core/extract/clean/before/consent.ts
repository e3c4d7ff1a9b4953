import { dropNamed } from '../drop-named.ts';
import { nameTable } from '../names.ts';
import type { PassContext } from '../pass.ts';

/** Cookie and privacy notices: plain words, and the ids of the consent managers most in use. */
const CONSENT_NAMES = nameTable(`
  cookie cookies cookiebar cookiebanner cookieconsent cookienotice cookie-* consent consent-* gdpr* dsgvo ccpa
  privacy-notice privacy-banner eu-notice onetrust* ot-sdk* optanon* didomi* usercentrics* cookiebot*
  cybotcookiebot* borlabs* brlbs* cmplz* cmp-container qc-cmp* sp-message* truste* iubenda* klaro
  tarteaucitron* moove-gdpr* eupopup* cc-window cc-banner catapult-cookie*
`);

/** A consent notice may be most of a very short page's text; it is still no story. */
const SHARE = 0.6;

/** Cookie banners and consent notices. */
export function consent(root: Element, context: PassContext): void {
  dropNamed('consent', CONSENT_NAMES, root, context, SHARE);
}
