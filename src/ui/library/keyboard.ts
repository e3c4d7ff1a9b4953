/** What a key asks for in the library. */
export type Wish =
  | 'search'
  | 'next'
  | 'previous'
  | 'select'
  | 'edit'
  | 'read'
  | 'open'
  | 'delete'
  | 'undo'
  | 'keys'
  | 'leave';

/** Keys as they are listed under `?`, in that order. */
export const KEYS: readonly (readonly [key: string, wish: Wish])[] = [
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'previous'],
  ['x', 'select'],
  ['e', 'edit'],
  ['r', 'read'],
  ['o', 'open'],
  ['Delete', 'delete'],
  ['z', 'undo'],
  ['?', 'keys'],
  ['Escape', 'leave'],
];

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Returns what a key press asks for. In a text field letters are input; only Escape leaves it. */
export function shortcutFor(press: Press, isWriting: boolean): Wish | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.key === 'z' && !isWriting ? 'undo' : undefined;
  if (press.key === 'Escape') return 'leave';
  if (isWriting) return undefined;
  return KEYS.find(([key]) => key === press.key)?.[1];
}

/** Whether an element takes text. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
