import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Cookie and privacy notices: plain words, and the ids of the consent managers most in use. */
const CONSENT_NAMES = nameTable(`
  cookie cookies cookiebar cookiebanner cookieconsent cookienotice consent gdpr* dsgvo ccpa privacy-notice
  privacy-banner eu-notice onetrust* ot-sdk* optanon* didomi* usercentrics* cookiebot* cybotcookiebot* borlabs*
  brlbs* cmplz* cmp-container qc-cmp* sp-message* truste* iubenda* klaro tarteaucitron* eupopup* cc-window
  cc-banner catapult-cookie*
`);

/** Cookie banners and consent notices. One may well be most of a short page's text; it is still no story. */
export function consent(root: Element, context: PassContext): void {
  for (const { element, word } of context.names.find(CONSENT_NAMES)) {
    if (!root.contains(element) || element.matches('html, body, main, article') || element.querySelector('h1, article'))
      continue;
    remove(element, 'consent', `named "${word}"`, context);
  }
}
