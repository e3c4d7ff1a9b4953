import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page, type WebWorker } from 'puppeteer-core';
import { presetNamed } from '../../src/cli/clip-report.ts';
import { failureSentence } from '../../src/cli/failure-sentence.ts';
import { saveInFolder } from '../../src/cli/out-folder.ts';
import type { ClipAnswer } from '../../src/core/model/clip-answer.ts';
import { draftOf } from '../../src/core/model/draft.ts';
import { ClipError } from '../../src/core/model/failure.ts';
import { COMPLETION_MODULE, moduleFile } from '../../src/core/model/module-names.ts';
import type { ModulesWanted } from '../../src/core/model/modules-wanted.ts';
import type { Preset } from '../../src/core/model/preset.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { bytesOf, type HostileCase, type HostileResult } from './kit.ts';

const BUILT = new URL('../../dist/chrome', import.meta.url).pathname;
const CHROMIUM = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const PAGE_WITHIN_MS = 150_000;

/**
 * Clips the cases in real Chromium by the built extension's own script, injected as the extension injects it (isolated
 * world, pages of their own origin). The one thing that differs from the release is a host permission in a copy of the
 * manifest, so that no popup need be opened for each page.
 */
export async function clipByExtension(
  kit: string,
  cases: readonly HostileCase[],
  zone: string,
  preset: string,
): Promise<HostileResult[]> {
  const extension = mkdtempSync(join(tmpdir(), 'jianbao-hostile-extension-'));
  cpSync(BUILT, extension, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'] }));
  const folders = mkdtempSync(join(tmpdir(), 'jianbao-hostile-folders-'));
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    enableExtensions: true,
    protocolTimeout: PAGE_WITHIN_MS,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    env: { ...process.env, TZ: zone },
  });
  try {
    const worker = await startWorker(browser, extension);
    const results: HostileResult[] = [];
    for (const page of cases)
      results.push(await clipOne(browser, worker, page, bytesOf(kit, page), folders, presetNamed(preset)));
    return results;
  } finally {
    await browser.close();
    rmSync(extension, { recursive: true });
    rmSync(folders, { recursive: true });
  }
}

async function startWorker(browser: Browser, extension: string): Promise<WebWorker> {
  const id = await browser.installExtension(extension);
  const target = await browser.waitForTarget((it) => it.type() === 'service_worker' && it.url().includes(id));
  const worker = await target.worker();
  if (!worker) throw new Error('the extension has no worker');
  return worker;
}

async function clipOne(
  browser: Browser,
  worker: WebWorker,
  page: HostileCase,
  body: Buffer,
  folders: string,
  preset: Preset,
): Promise<HostileResult> {
  const { id, url, folder = id } = page;
  const tab = await browser.newPage();
  try {
    await serve(tab, page, body);
    await tab.goto(url, { waitUntil: 'load', timeout: PAGE_WITHIN_MS });
    const start = performance.now();
    const answer = await clipIn(worker, tab.url());
    const ms = Math.round(performance.now() - start);
    if (!answer) throw new Error('the injected script gave no answer');
    return { id, ...(await resultOf(answer, join(folders, folder), preset)), ms };
  } catch (error) {
    return { id, ...NOTHING, error: `TypeError: the clip in Chromium failed: ${error}` };
  } finally {
    await tab.close();
  }
}

/** Gives the case's bytes at the case's address; nothing else is to be had. */
async function serve(tab: Page, page: HostileCase, body: Buffer): Promise<void> {
  await tab.setRequestInterception(true);
  tab.on('request', (request: HTTPRequest) => {
    const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
    const reply = isPage
      ? request.respond({
          status: 200,
          contentType: page.contentType ?? 'text/html',
          headers: { ...page.headers },
          body,
        })
      : request.abort();
    reply.catch((error: unknown) => console.error(`${page.id}: ${error}`));
  });
}

/** What finishes a clip in its page. */
const WHOLE = ['authors', COMPLETION_MODULE] as const;

/** As `app/clip-tab-whole.ts` does it for a clip without the popup. */
async function clipIn(worker: WebWorker, url: string): Promise<ClipAnswer | null> {
  const first = await worker.evaluate(inject, url, [...WHOLE.map((name) => moduleFile(name)), 'content.js']);
  if (!first || !('wanted' in first)) return first;
  const parts = [...WHOLE, ...first.wanted];
  const second = await worker.evaluate(inject, url, [...parts.map((name) => moduleFile(name)), 'content.js']);
  return second && 'wanted' in second ? null : second;
}

/** Runs in the extension's worker. */
async function inject(url: string, files: string[]): Promise<ClipAnswer | ModulesWanted | null> {
  const api = (globalThis as { chrome?: unknown }).chrome as {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    runtime: { onConnect: { addListener(listener: () => void): void } };
    scripting: { executeScript(call: object): Promise<{ result: ClipAnswer | ModulesWanted }[]> };
  };
  // A page that nobody listens to gives up a long clip.
  api.runtime.onConnect.addListener(() => {});
  const tabs = await api.tabs.query({});
  const tab = tabs.find((it) => it.url === url) ?? tabs.at(-1);
  const [injected] = await api.scripting.executeScript({ target: { tabId: tab?.id }, files });
  return injected?.result ?? null;
}

const NOTHING = { title: null, post: null, fileName: null, markdown: null, html: null, published: null };

async function resultOf(answer: ClipAnswer, folder: string, preset: Preset): Promise<Omit<HostileResult, 'id'>> {
  if (!answer.ok) {
    return { ...NOTHING, error: failureSentence(new ClipError(answer.failure.code, answer.failure.detail)) };
  }
  const { article } = answer;
  const post = toPost(draftOf(article, Date.now()), preset);
  return {
    title: article.title.value,
    post: post.text,
    fileName: basename(await saveInFolder(folder, post, article.url)),
    markdown: article.markdown,
    html: article.html,
    published: article.published?.value ?? null,
    error: null,
  };
}
