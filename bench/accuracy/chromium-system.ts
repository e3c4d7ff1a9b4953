/**
 * A tool in Chromium as a process: `chromium-system.ts jianbao|readability|defuddle` reads `{id,url,html}` a line and
 * answers what the tool makes of the page. Several times as fast as jsdom. Scripts of the page do not run, and nothing that it names is loaded.
 */
import { createInterface } from 'node:readline';
import puppeteer, { type Page } from 'puppeteer-core';
import { buildScript } from '../build-script.ts';
import type { PageLine } from './page-process.ts';

const siteRules = !process.argv.includes('--no-site-rules');
const tool = process.argv[2] ?? '';
const isPeer = tool !== 'jianbao';
const script = await buildScript(new URL(isPeer ? 'chromium-peers.ts' : 'chromium-clip.ts', import.meta.url), !isPeer);
const browser = await puppeteer.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
let served: PageLine | undefined;
const page = await openPage();

for await (const line of createInterface({ input: process.stdin })) {
  served = JSON.parse(line) as PageLine;
  const answer = await clip(served).catch((error: unknown) => ({ text: '', error: String(error) }));
  process.stdout.write(`${JSON.stringify({ id: served.id, ...answer })}\n`);
}
await browser.close();

async function openPage(): Promise<Page> {
  const opened = await browser.newPage();
  await opened.setJavaScriptEnabled(false);
  await opened.setRequestInterception(true);
  opened.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === opened.mainFrame() && served;
    const reply = isPage
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: isPage.html })
      : request.abort();
    reply.catch((error: unknown) => console.error(`${request.url()}: ${error}`));
  });
  return opened;
}

async function clip({ url }: PageLine): Promise<object> {
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  const cdp = await page.createCDPSession();
  try {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    const expression = `${script}\n${tool}(${siteRules})`;
    const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
    return JSON.parse(String(result.value)) as object;
  } finally {
    await cdp.detach();
  }
}
