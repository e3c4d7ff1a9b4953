import type { Marionette } from './marionette.ts';
import { expressionOf, type PageFunction } from './test-browser.ts';

/** WebDriver's codes for keys that are not characters. */
const KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  Control: '\uE009',
  Enter: '\uE007',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Escape: '\uE00C',
  Shift: '\uE008',
  Tab: '\uE004',
};

/** The name under which WebDriver hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a test does with Firefox: code, keys and the pointer, in the tab's page or in the browser's own window. */
export interface FirefoxSession {
  navigate(url: string): Promise<void>;
  /** The value of a promise's expression in the tab's page. */
  evaluate(expression: string): Promise<unknown>;
  /** Runs code in the browser's own window. */
  inWindow<A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Clicks an element of the tab's page. */
  click(selector: string): Promise<void>;
  /** Opens the context menu at a point of the tab's page. */
  openMenu(at: Point): Promise<void>;
  /** Clicks an element of the browser's own window, or a point of it. */
  clickInWindow(target: { readonly id: string } | Point): Promise<void>;
  /** Presses keys together, such as `['Alt', 'k']`, in whatever has the focus. */
  press(keys: readonly string[]): Promise<void>;
  /** Presses a key in the tab's page. From the window, Tab would leave the page for the toolbar. */
  pressInPage(key: string): Promise<void>;
  /** Closes another tab once it shows an element, and says whether it did. */
  closeOtherTab(address: string, selector: string): Promise<boolean>;
  /** Works in another tab whose address has a part; undefined where there is none. */
  inOtherTab<T>(address: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  /** A PNG of the tab's page. */
  screenshot(): Promise<Buffer>;
}

export function firefoxSession(marionette: Marionette): FirefoxSession {
  async function script(expression: string, sandbox?: string): Promise<unknown> {
    const answer = (await marionette.send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        ${expression}.then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`,
      args: [],
      scriptTimeout: 60_000,
      ...(sandbox ? { sandbox, newSandbox: false } : {}),
    })) as { value: string };
    const { value, error } = JSON.parse(answer.value) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async function asWindow<T>(work: () => Promise<T>): Promise<T> {
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  async function clickElement(using: string, value: string): Promise<void> {
    const found = await marionette.send('WebDriver:FindElement', { using, value });
    await marionette.send('WebDriver:ElementClick', {
      id: (found as { value: Record<string, string> }).value[ELEMENT],
    });
  }

  async function inOtherTab<T>(address: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
    const own = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };
    const handles = (await marionette.send('WebDriver:GetWindowHandles')) as readonly string[];
    const isWanted = expressionOf((part: string) => location.href.includes(part), [address]);
    try {
      for (const handle of handles.filter((each) => each !== own.value)) {
        await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
        if (await script(isWanted)) return { value: await work() };
      }
      return undefined;
    } finally {
      await marionette.send('WebDriver:SwitchToWindow', { handle: own.value, focus: false });
    }
  }

  async function pressKeys(keys: readonly string[]): Promise<void> {
    const codes = keys.map((key) => KEYS[key] ?? key);
    const down = codes.map((value) => ({ type: 'keyDown', value }));
    const up = codes.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
    await marionette.send('WebDriver:PerformActions', { actions });
  }

  return {
    navigate: async (url) => void (await marionette.send('WebDriver:Navigate', { url })),
    evaluate: (expression) => script(expression),
    inWindow: async <A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A) =>
      asWindow(async () => (await script(expressionOf(code, args), 'system')) as R),
    click: (selector) => clickElement('css selector', selector),
    openMenu: async (at) => void (await marionette.send('WebDriver:PerformActions', pointerActions(at, 2))),
    clickInWindow: (target) =>
      asWindow(async () => {
        if ('id' in target) await clickElement('id', target.id);
        else await marionette.send('WebDriver:PerformActions', pointerActions(target, 0));
      }),
    press: (keys) => asWindow(() => pressKeys(keys)),
    pressInPage: (key) => pressKeys([key]),
    closeOtherTab: async (address, selector) => {
      const closed = await inOtherTab(address, async () => {
        const isShown = await script(expressionOf((part: string) => document.querySelector(part) !== null, [selector]));
        if (isShown) await marionette.send('WebDriver:CloseWindow');
        return isShown === true;
      });
      return closed?.value ?? false;
    },
    inOtherTab,
    screenshot: async () => {
      const { value } = (await marionette.send('WebDriver:TakeScreenshot', { full: false })) as { value: string };
      return Buffer.from(value, 'base64');
    },
  };
}

function pointerActions({ x, y }: Point, button: number): { actions: unknown[] } {
  const actions = [
    { type: 'pointerMove', x, y, origin: 'viewport' },
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];
  return { actions: [{ type: 'pointer', id: `mouse${button}`, parameters: { pointerType: 'mouse' }, actions }] };
}
