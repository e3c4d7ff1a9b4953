interface Policy {
  createHTML(html: string): { toString(): string };
}

const KEY = 'jianbaoInertDocument';

/**
 * Our pages read no HTML but by a policy (Firefox before 148 knows of none). What this one lets through is parsed into a
 * document that is never shown. A page can have one of a name, and the popup has two scripts that are built apart.
 */
function inertPolicy(): Policy | undefined {
  if (!Object.hasOwn(globalThis, KEY)) {
    const value = window.trustedTypes?.createPolicy('inert-document', { createHTML: (html) => html });
    Object.defineProperty(globalThis, KEY, { value });
  }
  return Reflect.get(globalThis, KEY);
}

/** Returns a separate document, in which nothing runs and which loads nothing. */
export function parseInertDocument(html: string): Document {
  const trusted = inertPolicy()?.createHTML(html) ?? html;
  // TypeScript takes a text only, where browsers take what a policy has let through as well.
  return new DOMParser().parseFromString(trusted as string, 'text/html');
}

/** The body of such a document. */
export function parseInert(html: string): HTMLElement {
  return parseInertDocument(html).body;
}
