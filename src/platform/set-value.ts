/** Sets a value of the world that it runs in. It is injected into pages, so it uses nothing from this file. */
export function setValue(key: string, value: unknown): void {
  Object.defineProperty(globalThis, key, { value, configurable: true });
}

/** Returns a value that another script of this world has set, and removes it. Undefined where none has. */
export function takeValue<T>(key: string): T | undefined {
  const value: T | undefined = Object.hasOwn(globalThis, key) ? Reflect.get(globalThis, key) : undefined;
  Reflect.deleteProperty(globalThis, key);
  return value;
}
