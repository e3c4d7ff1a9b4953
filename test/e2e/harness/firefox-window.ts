/** What Firefox's own window has that a web page has not, as far as tests use it. */

export interface XulMenu extends Element {
  readonly state: string;
  activateItem(item: Element): void;
}

export interface XulPanel extends Element {
  hidePopup(): void;
}

export interface XulBrowser extends Element {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
    loadFrameScript(url: string, later: boolean): void;
  };
  readonly browsingContext: {
    readonly currentWindowGlobal: { drawSnapshot(area: null, scale: number, ground: string): Promise<ImageBitmap> };
  };
}

/** `WebExtensionPolicy`. */
export interface ExtensionPolicies {
  getByID(id: string): {
    readonly mozExtensionHostname: string;
    readonly extension: { terminateBackground(): Promise<void> };
  } | null;
}

/** `Services`. */
export interface FirefoxServices {
  readonly console: { getMessageArray(): readonly { readonly message: unknown }[] };
}
