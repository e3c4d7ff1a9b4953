/** Hold what the reader typed, and nothing of the story. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, datalist, output, [contenteditable][role="textbox"]';

/** Elements that add a property of their name to their form or document. */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object';

/**
 * Takes out of a copy what the reader may have typed, and the names by which a form's controls and a document's images
 * hide its methods (`<input name="parentNode">`): nothing after this need beware of them.
 */
export function clearForms(root: Element): void {
  for (const field of root.querySelectorAll(FIELDS)) {
    // That a page asks for a password tells a login page; what was typed does not leave the page.
    if (field.matches('input[type="password" i]')) field.replaceWith(emptyPassword(field.ownerDocument));
    else field.remove();
  }
  for (const named of root.querySelectorAll(NAMED)) {
    const remove = (attribute: string): void => Element.prototype.removeAttribute.call(named, attribute);
    remove('name');
    const id = Element.prototype.getAttribute.call(named, 'id');
    if (id !== null && (id in HTMLFormElement.prototype || id in Document.prototype)) remove('id');
  }
  for (const box of root.querySelectorAll('input')) box.removeAttribute('value');
}

function emptyPassword(document: Document): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'password';
  return field;
}
