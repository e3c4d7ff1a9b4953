import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Cookie and privacy notices: plain words, and the ids of the consent managers most in use. */
const CONSENT_NAMES = nameTable(`
  cookie cookies cookiebar cookiebanner cookieconsent cookienotice consent gdpr* dsgvo ccpa privacy-notice
  privacy-banner eu-notice onetrust* ot-sdk* optanon* didomi* usercentrics* cookiebot* cybotcookiebot* borlabs*
  brlbs* cmplz* cmp-container qc-cmp* sp-message* truste* iubenda* klaro tarteaucitron* eupopup* cc-window
  cc-banner catapult-cookie*
`);

/** What a notice says where it begins. A recipe of cookies bears their name as well, and may be most of its page. */
const CONSENT_WORDS = /(?:use|using|accept)\s.{0,40}cookie|consent|privacy|datenschutz|gdpr|隐私/i;
const BEGINNING = 600;

/** Above this share of the page's prose an element must also speak as a notice does. */
const LARGE = 0.3;

/** Cookie banners and consent notices. One may well be most of a short page's text; it is still no story. */
export function consent(root: Element, context: PassContext): void {
  for (const { element, word } of context.names.find(CONSENT_NAMES)) {
    if (!root.contains(element) || element.matches('html, body, main, article') || element.querySelector('h1, article'))
      continue;
    if (context.measure.proseShare(element) > LARGE && !speaksOfConsent(element)) continue;
    remove(element, 'consent', `named "${word}"`, context);
  }
}

function speaksOfConsent(element: Element): boolean {
  return CONSENT_WORDS.test((element.textContent ?? '').trimStart().slice(0, BEGINNING));
}
