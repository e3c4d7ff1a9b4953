import { ClipError } from '../../../core/model/failure.ts';
import { childText, readXml, type XmlElement } from '../../http/read-xml.ts';
import { answerText } from '../../http/send-request.ts';
import type { S3Client } from './s3-client.ts';
import { s3Error } from './s3-error.ts';

export interface ListedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Unix milliseconds; 0 where the server does not say. */
  readonly modifiedAt: number;
}

/** What is directly below a prefix. */
export interface Listing {
  readonly objects: readonly ListedObject[];
  /** Prefixes of what is deeper; each ends in `/`. */
  readonly folders: readonly string[];
}

/** A server that always names a next page is stopped: 10 million keys in one folder are none. */
const MOST_PAGES = 10_000;

/**
 * Lists what is below a prefix, to the end of its pages. One page that fails makes the whole list void.
 *
 * @param prefix empty, or ends in `/`.
 * @param depth `folder`: what is deeper is named by its folders; `all`: every key.
 */
export async function listKeys(client: S3Client, prefix: string, depth: 'folder' | 'all'): Promise<Listing> {
  const objects: ListedObject[] = [];
  const folders: string[] = [];
  let token = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const root = await readPage(client, prefix, depth, token);
    // A key that XML cannot hold fails a plain list on some servers; others ignore the wish and say so by silence.
    const isEncoded = childText(root, 'EncodingType') === 'url';
    const decode = (text: string): string => (isEncoded ? decodeURIComponent(text.replaceAll('+', ' ')) : text);
    for (const child of root.children) {
      if (child.name === 'Contents') objects.push(readContents(child, decode));
      if (child.name === 'CommonPrefixes') folders.push(decode(childText(child, 'Prefix')));
    }
    token = childText(root, 'NextContinuationToken');
    if (childText(root, 'IsTruncated') !== 'true') return { objects, folders };
    if (token === '') throw new ClipError('offline', 'LIST: a page without the next');
  }
  throw new ClipError('offline', 'LIST: no end');
}

async function readPage(client: S3Client, prefix: string, depth: 'folder' | 'all', token: string): Promise<XmlElement> {
  const answer = await client.send('GET', '', {
    query: {
      'list-type': '2',
      'encoding-type': 'url',
      ...(prefix === '' ? {} : { prefix }),
      ...(depth === 'folder' ? { delimiter: '/' } : {}),
      ...(token === '' ? {} : { 'continuation-token': token }),
    },
  });
  if (answer.status !== 200) throw s3Error(answer, client.now());
  try {
    const root = readXml(answerText(answer));
    if (root.name === 'ListBucketResult') return root;
    throw new SyntaxError(root.name);
  } catch (error) {
    throw new ClipError('server-unsupported', 'LIST: not a list of S3', { cause: error });
  }
}

function readContents(contents: XmlElement, decode: (text: string) => string): ListedObject {
  const modifiedAt = Date.parse(childText(contents, 'LastModified'));
  // A key may begin or end with blanks: the text is taken as it is.
  const key = contents.children.find(({ name }) => name === 'Key')?.text ?? '';
  return {
    key: decode(key),
    size: Number(childText(contents, 'Size')) || 0,
    modifiedAt: Number.isNaN(modifiedAt) ? 0 : modifiedAt,
  };
}
