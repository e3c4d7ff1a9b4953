import createDOMPurify from 'dompurify';

let purifier: ReturnType<typeof createDOMPurify> | undefined;

/** The page's one DOMPurify, made at the first use. */
export function purify(): ReturnType<typeof createDOMPurify> {
  purifier ??= createDOMPurify(window);
  return purifier;
}
