import { ClipError } from '../core/model/failure.ts';

const HTML = new Set(['text/html', 'application/xhtml+xml']);

/**
 * Refuses documents that browsers show in a page of their own making: PDF files, images, plain text, feeds, data.
 *
 * @throws {ClipError} `pdf`, `image` or `not-html`
 */
export function refuseDocument(document: Document): void {
  const type: string = Reflect.get(Document.prototype, 'contentType', document);
  if (HTML.has(type)) return;
  if (type === 'application/pdf') throw new ClipError('pdf');
  if (type.startsWith('image/')) throw new ClipError('image', type);
  throw new ClipError('not-html', type);
}
