import { ClipError } from '../../core/model/failure.ts';

/** A fetched page, parsed into a document in which nothing runs and which loads nothing. */
export interface RequestedPage {
  readonly document: Document;
  /** Where it came from in the end. */
  readonly address: string;
}

/** Less than the half minute after which browsers end an idle worker, which may wait for this. */
const LONGEST_MS = 20_000;

/** No news page is near this. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Requests a page of the page's own site, with its cookies, as a link in it would. `XMLHttpRequest` because it decodes and
 * parses as the browser does for a page that is shown, by header and `meta`, and is no sink of Trusted Types.
 *
 * @throws {ClipError} `page-not-loaded` with the status or the reason · `not-html` · `too-large`.
 */
export function requestPage(url: string): Promise<RequestedPage> {
  if (new URL(url).origin !== location.origin) throw new ClipError('page-not-loaded', 'another site');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail =
      (detail: string, code: 'page-not-loaded' | 'too-large' | 'not-html' = 'page-not-loaded') =>
      () =>
        reject(new ClipError(code, detail));
    request.open('GET', url);
    request.responseType = 'document';
    request.timeout = LONGEST_MS;
    request.onerror = fail('the connection failed');
    request.ontimeout = fail(`${LONGEST_MS / 1000} s`);
    request.onprogress = ({ loaded }) => {
      if (loaded <= MOST_BYTES) return;
      fail(`more than ${MOST_BYTES} bytes`, 'too-large')();
      request.abort();
    };
    request.onload = () => {
      const { status, statusText, responseXML, responseURL } = request;
      if (status < 200 || status > 299) fail(`${status} ${statusText}`.trim())();
      else if (!responseXML?.body) fail(request.getResponseHeader('Content-Type') ?? '', 'not-html')();
      else resolve({ document: responseXML, address: responseURL || url });
    };
    request.send();
  });
}
