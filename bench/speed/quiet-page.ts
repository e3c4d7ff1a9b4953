import type { Browser, CDPSession, HTTPRequest, Page } from 'puppeteer-core';

/** A page as it is served to the browser: nothing but its HTML is to be had, and no script of it runs. */
export interface Served {
  readonly url: string;
  readonly html: string;
}

/** A tab with a page in it, and a world of its own beside the page's as content scripts have it. */
export interface QuietPage {
  /**
   * Evaluates in the isolated world and answers the main thread's CPU time in milliseconds.
   *
   * @throws {Error} with the page's own words where the expression throws.
   */
  cpu(expression: string): Promise<number>;
  /** Returns the value of an expression in the isolated world, as JSON. */
  value(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function openQuietPage(browser: Browser, served: Served): Promise<QuietPage> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await serveOnly(page, served);
  await page.goto(served.url, { waitUntil: 'load', timeout: 300_000 });
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  return {
    async cpu(expression) {
      const before = await threadTime(cdp);
      const { exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression: `(async () => { await (${expression}); })()`,
        contextId: executionContextId,
        awaitPromise: true,
      });
      const after = await threadTime(cdp);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return after - before;
    },
    async value(expression) {
      const { result } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
      });
      return result.value;
    },
    close: () => page.close(),
  };
}

async function serveOnly(page: Page, { html }: Served): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const reply = isPage ? request.respond({ contentType: 'text/html; charset=utf-8', body: html }) : request.abort();
    reply.catch((error: unknown) => console.error(`${request.url()}: ${error}`));
  });
}

/** CPU time of the renderer's main thread so far, in milliseconds. */
export async function threadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (seconds === undefined) throw new Error('Chromium gives no ThreadTime');
  return seconds * 1000;
}
