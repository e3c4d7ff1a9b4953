import { useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { countThatFit } from './tag-widths.ts';
import { useTranslator } from './translation.tsx';

interface TagFieldProps {
  readonly id: string;
  readonly tags: readonly string[];
  readonly suggestions: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
}

/** Tags as chips: Enter or a comma adds, Backspace removes the last one, a click adds a suggestion of the page. */
export function TagField({ id, tags, suggestions, onAdd, onRemove }: TagFieldProps) {
  const { t, count } = useTranslator();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const shown = isOpen ? suggestions : suggestions.slice(0, countThatFit(tags, suggestions));
  const hidden = suggestions.length - shown.length;

  const add = (text: string): void => {
    if (text.trim() !== '') onAdd(text);
    setTyped('');
  };
  const remove = (tag: string): void => {
    onRemove(tag);
    // The button that had the focus is gone.
    input.current?.focus();
  };
  const suggest = (tag: string): void => {
    onAdd(tag);
    input.current?.focus();
  };

  const onInput = (text: string, isComposing: boolean): void => {
    const parts = isComposing ? [text] : text.split(/[,，、]/);
    for (const part of parts.slice(0, -1)) add(part);
    setTyped(parts.at(-1) ?? '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const last = tags.at(-1);
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      onRemove(last);
    }
  };

  return (
    <div class="tags">
      {tags.length > 0 && (
        <ul class="chips">
          {tags.map((tag) => (
            <li key={tag} class="chip chosen">
              <span class="chip-text">{tag}</span>
              <button
                type="button"
                class="chip-remove"
                aria-label={t('removeTagNamed', tag)}
                onClick={() => remove(tag)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        class="tag-input"
        value={typed}
        placeholder="+"
        title={t('addTag')}
        autocomplete="off"
        enterkeyhint="done"
        onInput={(event) => onInput(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => onInput(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
      />
      {shown.map((tag) => (
        <button key={tag} type="button" class="chip" aria-label={t('addTagNamed', tag)} onClick={() => suggest(tag)}>
          <span aria-hidden="true">+</span>
          <span class="chip-text">{tag}</span>
        </button>
      ))}
      {hidden > 0 && (
        <button
          type="button"
          class="link quiet"
          aria-label={count('moreTags', hidden)}
          onClick={() => {
            setOpen(true);
            input.current?.focus();
          }}
        >
          {t('more')}
        </button>
      )}
    </div>
  );
}
