/** What a key press asks of the popup; nothing where it is the field's or the browser's own. */
export type ShortcutAction = 'save' | 'leave-field' | 'close' | 'head' | 'body' | 'foot';

const BANDS: Readonly<Record<string, ShortcutAction>> = { Digit1: 'head', Digit2: 'body', Digit3: 'foot' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** An input method is at work: its Enter chooses a word and its Escape drops one. */
  readonly isComposing: boolean;
}

/** Where the focus is. */
export type FocusedOn = 'editor' | 'field' | 'pressable' | 'other';

/**
 * Enter saves from anywhere but the Markdown editor, where Ctrl+Enter (⌘ on a Mac) does, and but from buttons and links,
 * which it presses. Escape leaves a field, then closes. Alt+1…3 go to the bands.
 */
export function shortcutFor(press: KeyPress, focused: FocusedOn): ShortcutAction | undefined {
  if (press.isComposing) return undefined;
  if (press.altKey && !press.ctrlKey && !press.metaKey) return BANDS[press.code];
  if (press.key === 'Enter') {
    if (press.ctrlKey || press.metaKey) return 'save';
    return focused === 'editor' || focused === 'pressable' || press.shiftKey ? undefined : 'save';
  }
  if (press.key === 'Escape') return focused === 'field' || focused === 'editor' ? 'leave-field' : 'close';
  return undefined;
}

/** What kind of thing has the focus. */
export function focusedOn(element: Element | null): FocusedOn {
  if (!element) return 'other';
  if (element.matches('.editor')) return 'editor';
  if (element.matches('input:not([type="radio"]), textarea')) return 'field';
  return element.matches('button, a, select, summary') ? 'pressable' : 'other';
}
