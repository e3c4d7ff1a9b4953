/**
 * A tool in Chromium as a process: `chromium-system.ts jianbao|readability|defuddle` reads `{id,url,html}` a line and
 * answers what the tool makes of the page. Several times as fast as jsdom. Scripts of the page do not run, and nothing
 * that it names is loaded.
 */
import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';
import { buildScript } from '../build-script.ts';
import type { PageLine } from './page-process.ts';

const siteRules = !process.argv.includes('--no-site-rules');
const tool = process.argv[2] ?? '';
const isPeer = tool !== 'jianbao';
const script = await buildScript(new URL(isPeer ? 'chromium-peers.ts' : 'chromium-clip.ts', import.meta.url), !isPeer);
const browser = await puppeteer.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  pipe: true,
  protocolTimeout: 600_000,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
const page = await browser.newPage();
await page.setJavaScriptEnabled(false);
const cdp = await page.createCDPSession();
const { frameTree } = await cdp.send('Page.getFrameTree');
const frameId = frameTree.frame.id;
const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', { frameId });
await cdp.send('Runtime.evaluate', { expression: script, contextId });

const PARSED =
  "new Promise((done) => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', done) : done()))";

for await (const line of createInterface({ input: process.stdin })) {
  const { id, url, html } = JSON.parse(line) as PageLine;
  // Not by its address: a new site costs a process.
  await cdp.send('Page.setDocumentContent', { frameId, html });
  // The parser yields on long pages.
  await cdp.send('Runtime.evaluate', { expression: PARSED, contextId, awaitPromise: true });
  const expression = `${tool}(${JSON.stringify(url)}, ${siteRules})`;
  const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
  process.stdout.write(`${JSON.stringify({ id, ...(JSON.parse(String(result.value)) as object) })}\n`);
}
await browser.close();
