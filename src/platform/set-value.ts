/** Sets a value of the world that it runs in. It is injected into pages, so it uses nothing from this file. */
export function setValue(key: string, value: unknown): void {
  Object.defineProperty(globalThis, key, { value, configurable: true });
}
