import { outOfAmpCache } from '../library/model/identity.ts';

/** Last path segments of addresses that only lead elsewhere: `google.com/url`, `bing.com/news/apiclick.aspx`, `/go/`. */
const REDIRECTING =
  /^(?:url|redirect(?:or)?|redir|rd|go(?:to)?|go-wild|link\d?|links|linkfilter|out|outgoing|away|jump|(?:api)?click|clk|sinaurl|track|r|l|exit|leave|proxy|feed|item)(?:\.(?:php|aspx?|jsp|html?))?$/i;
/** Parameters that hold where such an address leads. */
const TARGETS = [
  'url',
  'u',
  'q',
  'target',
  'to',
  'link',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'goto',
  'uddg',
];
/** `us.rd.example/dailynews/*https://news.example/story`: the address in the path. */
const IN_PATH = /\/\*(https?:\/\/.+)$/i;
/** Wrappers in wrappers. */
const DEPTH = 5;

/**
 * The address inside a wrapper's: a redirect that names its target (`?url=`, `/*https://…`), an AMP cache or viewer. An
 * address that hides its target (a short link, a feed proxy) comes back as it is: only its server knows more.
 */
export function unwrapAddress(address: URL): URL {
  let url = address;
  for (let depth = 0; depth < DEPTH; depth++) {
    const inner = innerAddress(url);
    if (!inner) break;
    url = inner;
  }
  return url;
}

function innerAddress(url: URL): URL | undefined {
  const cached = outOfAmpCache(url);
  if (cached !== url) return cached;
  const inPath = webAddress(IN_PATH.exec(url.href)?.[1]);
  if (inPath) return inPath;
  const last = url.pathname.split('/').findLast((segment) => segment !== '') ?? '';
  if (last !== '' && !REDIRECTING.test(last)) return undefined;
  for (const name of TARGETS) {
    const inner = webAddress(url.searchParams.get(name));
    if (inner) return inner;
  }
  return undefined;
}

function webAddress(text: string | null | undefined): URL | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
