import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One matter: its name at the side, what can be set beside it. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section class="matter" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="matter-body">{children}</div>
    </section>
  );
}

interface RowProps {
  readonly for: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly fault?: string | undefined;
  readonly children: ComponentChildren;
}

/** A labelled field; the hint below it, and in its place the fault where there is one. */
export function Row({ for: field, label, hint, fault, children }: RowProps) {
  return (
    <div class="row">
      <label for={field}>{label}</label>
      {children}
      <p class={fault ? 'note fault' : 'note'} id={`${field}-note`} role={fault ? 'alert' : undefined}>
        {fault ?? hint}
      </p>
    </div>
  );
}
