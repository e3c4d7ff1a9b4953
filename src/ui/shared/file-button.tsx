interface FileButtonProps {
  readonly label: string;
  /** As for the `accept` attribute. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly class?: string;
}

/** A button that asks for a file. The same file can be taken again: after a mended fault, say. */
export function FileButton({ label, accept, onFile, class: look = 'button' }: FileButtonProps) {
  return (
    <label class={look}>
      {label}
      <input
        type="file"
        class="aside-for-readers"
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
