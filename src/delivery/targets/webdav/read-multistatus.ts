import { ClipError } from '../../../core/model/failure.ts';
import { childOf, childText, readXml, type XmlElement } from '../../http/read-xml.ts';
import { decodeHref } from './decode-href.ts';

/** Something that a listing names. */
export interface Resource {
  /** Decoded, with no slash at its end; from the server's root, whatever that is behind its proxies. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Bytes; 0 where the server does not say. */
  readonly size: number;
  /** Unix milliseconds; 0 where the server does not say. */
  readonly modifiedAt: number;
}

/** The three properties that are asked for: all of them together are twice as long (measured on five servers). */
export const PROPFIND_BODY = new TextEncoder().encode(
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>',
);

/**
 * What a `207 Multi-Status` answer to PROPFIND names (RFC 4918, 13).
 *
 * @throws {ClipError} `server-unsupported` where it is something else: the page of a site, or XML that is cut off.
 */
export function readMultistatus(text: string): Resource[] {
  const root = rootOf(text);
  if (root?.name !== 'multistatus') throw new ClipError('server-unsupported', 'PROPFIND: not a multistatus');
  return root.children.filter(({ name }) => name === 'response').map(readResponse);
}

function rootOf(text: string): XmlElement | undefined {
  try {
    return readXml(text);
  } catch (error) {
    throw new ClipError('server-unsupported', 'PROPFIND: not XML', { cause: error });
  }
}

function readResponse(response: XmlElement): Resource {
  const href = childText(response, 'href');
  const found = propertiesOf(response);
  const size = Number(childText(found, 'getcontentlength'));
  const modifiedAt = Date.parse(childText(found, 'getlastmodified'));
  return {
    path: decodeHref(href),
    isFolder: childOf(childOf(found, 'resourcetype'), 'collection') !== undefined,
    size: Number.isFinite(size) ? size : 0,
    modifiedAt: Number.isNaN(modifiedAt) ? 0 : modifiedAt,
  };
}

/** The properties that the server has; those that it has not are in a `propstat` of their own, with 404. */
function propertiesOf({ children }: XmlElement): XmlElement | undefined {
  const parts = children.filter(({ name }) => name === 'propstat');
  const found = parts.find((part) => /\s2\d\d(\s|$)/.test(childText(part, 'status')));
  return childOf(found ?? parts.find((part) => childText(part, 'status') === ''), 'prop');
}
