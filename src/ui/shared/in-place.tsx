import { useLayoutEffect, useRef } from 'preact/hooks';

interface InPlaceProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Called when the field loses the focus. */
  readonly onLeave?: () => void;
  /** Only where no `<label for>` names the field. */
  readonly label?: string;
  readonly class?: string;
  readonly placeholder?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly inputMode?: 'text' | 'url';
  readonly describedBy?: string;
  readonly isFaulty?: boolean;
  /** Wraps and grows; line ends are not kept. */
  readonly multiline?: boolean;
}

/** A text that is edited in place. Grows with its content. */
export function InPlace({ multiline = false, value, onInput, onLeave, ...rest }: InPlaceProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (multiline && field.current) fitHeight(field.current);
  }, [multiline, value]);

  const shared = {
    id: rest.id,
    class: `in-place ${rest.class ?? ''}`,
    value,
    placeholder: rest.placeholder,
    lang: rest.lang,
    dir: rest.dir ?? 'auto',
    spellcheck: false,
    autocomplete: 'off',
    onBlur: onLeave,
    'aria-label': rest.label,
    'aria-describedby': rest.describedBy,
    'aria-invalid': rest.isFaulty ?? false,
  } as const;
  if (multiline) {
    return <textarea ref={field} rows={1} {...shared} onInput={(event) => onInput(event.currentTarget.value)} />;
  }
  return (
    <input
      type="text"
      inputMode={rest.inputMode ?? 'text'}
      {...shared}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

/** For browsers without `field-sizing: content` (Firefox before 152). */
function fitHeight(field: HTMLTextAreaElement): void {
  // Asked of `CSS`, the browser sets up all that this has: 16 kB.
  if (Reflect.has(field.style, 'fieldSizing')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight}px`;
}
