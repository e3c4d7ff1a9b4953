/**
 * The style of an element that holds an interface over the page, in the top layer. `all` leaves out `direction` and
 * `unicode-bidi`; every language of the interface is written from the left, whatever the page's is.
 */
export const OVER_PAGE_STYLE =
  'all: initial !important; direction: ltr !important; unicode-bidi: isolate !important; position: fixed !important; ' +
  'inset: 0 !important; width: 100% !important; height: 100% !important; pointer-events: none !important; ' +
  'z-index: 2147483647 !important; background: none !important;';
