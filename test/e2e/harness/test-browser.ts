import english from '../../../_locales/en/messages.json' with { type: 'json' };

/** A function that runs in a page: it can use nothing from around it but its arguments, all of them JSON. */
export type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

/** The function and its arguments as one expression, which any page can be asked for the value of. */
export function expressionOf<A extends readonly unknown[], R>(code: PageFunction<A, R>, args: A): string {
  return `(async () => { const browser = globalThis.browser ?? globalThis.chrome; return (${code})(...${JSON.stringify(args)}) })()`;
}

/** A document of a running browser that a test can look into. */
export interface View {
  /** The value of an expression there, awaited where it is a promise. */
  evaluate(expression: string): Promise<unknown>;
  run<A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Clicks the middle of an element with a real pointer. */
  click(selector: string): Promise<void>;
  /** Presses and releases one key, such as `Enter`, in whatever has the focus. */
  press(key: string): Promise<void>;
  /** Writes a PNG of what the user sees. */
  screenshot(file: string): Promise<void>;
}

/** Our items of the context menu, as they are called there. */
export const MENU_ITEMS = {
  page: english.menuClipPage.message,
  selection: english.menuClipSelection.message,
  link: english.menuClipLink.message,
} as const;

export type MenuItem = keyof typeof MENU_ITEMS;

/** A browser with the extension in it. One tab is open. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  /** The folder that downloads go to. */
  readonly downloads: string;
  /** The tab. Its code runs in the page's own world. */
  readonly page: View;
  open(url: string): Promise<void>;
  /** Presses the toolbar button on the tab and returns the popup that opens. */
  openPopup(): Promise<View>;
  /** Presses the toolbar button on the tab, and waits for nothing. */
  press(): Promise<void>;
  /** Waits for the editor at the side of the window. */
  openedPanel(): Promise<View>;
  /** Waits for the popup that something else than the button opens. */
  openedPopup(): Promise<View>;
  popupIsOpen(): Promise<boolean>;
  /** Opens a page of the extension, such as `ui/options/index.html`, in place of the tab's page. */
  openOwnPage(path: string): Promise<View>;
  /** Waits for another tab whose address has a part, and looks into it; the tab that is in front stays there. */
  inOtherTab<T>(address: string, work: (view: View) => Promise<T>): Promise<T>;
  /** Presses the keys of a command, such as `Alt+Shift+K`, in the tab. */
  pressShortcut(keys: string): Promise<void>;
  /** Chooses our item of the context menu at the middle of an element of the page. */
  chooseMenuItem(item: MenuItem, selector: string): Promise<void>;
  /** Says yes to the browser’s question for a site, where it asks: the tests’ Firefox does not, and takes it as said. */
  allowSite(): Promise<void>;
  /** Dismisses the browser's question for a site, which refuses it. */
  refuseSite(): Promise<void>;
  /** The badge on the button and its tooltip, on the tab. */
  badge(): Promise<{ text: string; title: string }>;
  /** Stops the background as the browser does when it has been idle. */
  stopBackground(): Promise<void>;
  /** What was said on consoles of the extension since the start: errors, warnings, policy violations. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How a browser is to be started. */
export interface LaunchOptions {
  readonly site: { readonly port: number };
  readonly dark?: boolean;
  /** Interface language, BCP 47. */
  readonly language?: string;
  /**
   * Chromium has a screen, ours or a virtual one of its own: its shortcuts and menus need one. Firefox never has.
   */
  readonly onScreen?: 'real' | 'virtual';
  /** A host that the user says yes to when asked whether the extension may read it; `*`: any. Firefox says yes to all. */
  readonly allowedHost?: string;
  /** A folder for the profile, which outlives the browser: the same one again is the same browser, restarted. */
  readonly profile?: string;
  /** The user's home folder, in which the browser finds what is registered with it; else that of whoever runs the test. */
  readonly userHome?: string;
  /** The user lets the extension start its companion. Firefox says yes to all. */
  readonly allowedCompanion?: boolean;
  /** Optional permissions that the user says yes to. Firefox says yes to all. */
  readonly allowedApis?: readonly string[];
  /** Where downloads go; a folder that goes with the profile where it is not said. */
  readonly downloads?: string;
}
