import { writeFileSync } from 'node:fs';
import type { FirefoxSession } from './firefox-session.ts';
import type { XulBrowser, XulPanel } from './firefox-window.ts';
import { expressionOf, type PageFunction, type View } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** The popup's place in the browser's own window. */
const POPUP = 'browser.webextension-popup-browser';

/** The sidebar's: a frame of the window, and the extension's page in it. */
const SIDEBAR = '#sidebar #webext-panels-browser';

export function firefoxPopupIsOpen(session: FirefoxSession): Promise<boolean> {
  return session.inWindow((find) => document.querySelector(find) !== null, POPUP);
}

export function hideFirefoxPopup(session: FirefoxSession): Promise<void> {
  return session.inWindow((find) => document.querySelector(find)?.closest<XulPanel>('panel')?.hidePopup(), POPUP);
}

/** The popup that is open, as tests look into it. */
export function firefoxPopupView(session: FirefoxSession): View {
  return frameView(session, POPUP);
}

/** The sidebar that is open. */
export function firefoxSidebarView(session: FirefoxSession): View {
  return frameView(session, SIDEBAR);
}

function frameView(session: FirefoxSession, place: string): View {
  const evaluate = (expression: string): Promise<unknown> => session.inWindow(evaluateInFrame, place, expression);
  const run = async <A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> =>
    (await evaluate(expressionOf(code, args))) as R;
  return {
    evaluate,
    run,
    click: async (selector) => {
      const inside = await run((wanted) => {
        const target = document.querySelector(wanted);
        target?.scrollIntoView({ block: 'center' });
        const box = target?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, selector);
      if (!inside) throw new Error(`the popup has no ${selector}`);
      const frame = await session.inWindow((find) => {
        const [outer, inner] = find.startsWith('#sidebar ') ? find.split(' ') : [find];
        const element = document.querySelector<HTMLIFrameElement>(outer ?? '');
        const around = inner ? element?.getBoundingClientRect() : undefined;
        const box = (inner ? element?.contentDocument?.querySelector(inner) : element)?.getBoundingClientRect();
        return { x: (box?.x ?? 0) + (around?.x ?? 0), y: (box?.y ?? 0) + (around?.y ?? 0) };
      }, place);
      await session.clickInWindow({ x: Math.round(frame.x + inside.x), y: Math.round(frame.y + inside.y) });
    },
    press: async (key) => {
      // A panel that is opening takes the focus back from a click; keys go to what has it in the window.
      await waitFor('the focus in the popup', () => session.inWindow(focusFrame, place));
      await session.press([key]);
    },
    screenshot: async (file) => {
      const url = await session.inWindow(drawFrame, place);
      writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    },
  };
}

// What follows runs in the browser's own window.

/** The popup's document lives in another process, out of WebDriver's reach: a frame script goes there and answers. */
function evaluateInFrame(find: string, expression: string): Promise<unknown> {
  const [outer, inner] = find.startsWith('#sidebar ') ? find.split(' ') : [find];
  const element = document.querySelector<HTMLIFrameElement>(outer ?? '');
  const frame = (inner ? element?.contentDocument?.querySelector(inner) : element) as XulBrowser | null | undefined;
  if (!frame) throw new Error('the popup is not open');
  const name = `jianbao:${Math.random()}`;
  const script = `(async () => {
    try {
      const page = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      const value = await Cu.evalInSandbox(${JSON.stringify(`${expression}.then((value) => JSON.stringify({ value }))`)}, page);
      sendAsyncMessage(${JSON.stringify(name)}, value);
    } catch (error) {
      sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify({ error: String(error) }));
    }
  })()`;
  return new Promise((resolve, reject) => {
    // A popup that is about to close or to change its process never answers.
    setTimeout(() => reject(new Error('the popup did not answer')), 10_000);
    frame.messageManager.addMessageListener(name, function listener({ data }) {
      frame.messageManager.removeMessageListener(name, listener);
      const { value, error } = JSON.parse(data) as { value?: unknown; error?: string };
      if (error === undefined) resolve(value);
      else reject(new Error(error));
    });
    const url = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
    frame.messageManager.loadFrameScript(url, false);
  });
}

/** Gives the frame the keys. @returns whether it has them. */
function focusFrame(find: string): boolean {
  const [outer, inner] = find.startsWith('#sidebar ') ? find.split(' ') : [find];
  const element = document.querySelector<HTMLIFrameElement>(outer ?? '');
  const around = inner ? element?.contentDocument : document;
  const frame = inner ? around?.querySelector<HTMLElement>(inner) : element;
  if (!around || !frame) return false;
  if (around.activeElement !== frame) frame.focus();
  return around.activeElement === frame && document.activeElement === element && document.hasFocus();
}

async function drawFrame(find: string): Promise<string> {
  const [outer, inner] = find.startsWith('#sidebar ') ? find.split(' ') : [find];
  const element = document.querySelector<HTMLIFrameElement>(outer ?? '');
  const frame = (inner ? element?.contentDocument?.querySelector(inner) : element) as XulBrowser | null | undefined;
  const bitmap = await frame?.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap?.width ?? 0;
  canvas.height = bitmap?.height ?? 0;
  if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}
