/** Kinds of picture that are kept beside a post. SVG is not among them: as a separate file it can run scripts. */
export type PictureType = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp';

/** A picture that was fetched, with what its bytes say it is. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Signature {
  readonly type: PictureType;
  /** The offset of the signature in the file, in bytes. */
  readonly at: number;
  readonly signs: readonly string[];
}

/** The first bytes of each kind (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern; AVIF: ISO/IEC 23000-22). */
const SIGNATURES: readonly Signature[] = [
  { type: 'jpg', at: 0, signs: ['\xff\xd8\xff'] },
  { type: 'png', at: 0, signs: ['\x89PNG\r\n\x1a\n'] },
  { type: 'gif', at: 0, signs: ['GIF87a', 'GIF89a'] },
  { type: 'webp', at: 8, signs: ['WEBPVP'] },
  { type: 'avif', at: 4, signs: ['ftypavif', 'ftypavis'] },
  { type: 'bmp', at: 0, signs: ['BM'] },
];

/** Returns a file's kind by its bytes, whatever its name or server says; nothing where it is not a supported picture. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 32));
  return SIGNATURES.find(({ at, signs }) => signs.some((sign) => head.startsWith(sign, at)))?.type;
}

/** The media type of a picture file by its name; nothing where the name is not one of a picture. */
export function mediaTypeOf(path: string): string | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'jpg' || extension === 'jpeg') return 'image/jpeg';
  return SIGNATURES.some(({ type }) => type === extension) ? `image/${extension}` : undefined;
}
