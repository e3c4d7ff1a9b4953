/** A regular file in a tar archive. */
export interface TarFile {
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const BLOCK = 512;
/** The limit of a header's longer names; anything longer is not a name. */
const LONGEST_HEADER = 1024 * 1024;

/**
 * Reads the files of a tar archive one after another: ustar with the pax and GNU headers for long names, as `git
 * archive` and Go write them. At most one file is held at a time.
 *
 * @param wants says by path and size which files are handed out; the others are passed over unread.
 * @throws {SyntaxError} where it is not a tar archive, or ends too early.
 */
export async function* readTar(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  wants: (path: string, size: number) => boolean,
): AsyncGenerator<TarFile> {
  const bytes = byteReader(source);
  let longName: string | undefined;
  try {
    for (;;) {
      const header = await bytes.take(BLOCK);
      if (header.every((byte) => byte === 0)) return;
      const { name, size, type } = readHeader(header);
      const padding = (BLOCK - (size % BLOCK)) % BLOCK;
      const isName = type === 'x' || type === 'L';
      if (isName && size > LONGEST_HEADER) throw new SyntaxError('a tar header is too long');
      const path = longName ?? name;
      const isWanted = isName || ((type === '0' || type === '\0') && wants(path, size));
      const content = isWanted ? await bytes.take(size) : await bytes.skip(size);
      await bytes.skip(padding);
      if (type === 'x') longName = paxPath(content) ?? longName;
      else if (type === 'L') longName = textOf(content);
      else if (type !== 'g') longName = undefined;
      if (isWanted && !isName) yield { path, content };
    }
  } finally {
    await bytes.cancel();
  }
}

function readHeader(header: Uint8Array<ArrayBuffer>): { name: string; size: number; type: string } {
  const field = (from: number, length: number): string => textOf(header.subarray(from, from + length));
  const stated = Number.parseInt(field(148, 8).trim(), 8);
  const sum = header.reduce((total, byte, n) => total + (n >= 148 && n < 156 ? 32 : byte), 0);
  if (stated !== sum) throw new SyntaxError('not a tar archive');
  const size = Number.parseInt(field(124, 12).trim(), 8);
  if (!Number.isSafeInteger(size)) throw new SyntaxError('a tar header without a size');
  const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
  const name = field(0, 100);
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(header[156] ?? 0) };
}

/** Text up to its end or the first zero. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** The `path` of a pax header: records of `length key=value\n`, the length in bytes (POSIX, pax). */
function paxPath(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(decoder.decode(bytes.subarray(at, at + 12)), 10);
    if (!(length > 0)) return undefined;
    const record = decoder.decode(bytes.subarray(at, at + length - 1));
    const entry = record.slice(record.indexOf(' ') + 1);
    if (entry.startsWith('path=')) return entry.slice('path='.length);
    at += length;
  }
  return undefined;
}

function byteReader(source: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = source.getReader();
  let part = new Uint8Array(0);
  const fill = async (): Promise<void> => {
    while (part.length === 0) {
      const next = await reader.read();
      if (next.done) throw new SyntaxError('the archive ends too early');
      part = next.value;
    }
  };
  const each = async (length: number, visit: (piece: Uint8Array<ArrayBuffer>, at: number) => void): Promise<void> => {
    for (let at = 0; at < length; ) {
      await fill();
      const piece = part.subarray(0, length - at);
      visit(piece, at);
      at += piece.length;
      part = part.subarray(piece.length);
    }
  };
  return {
    async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
      const taken = new Uint8Array(length);
      await each(length, (piece, at) => taken.set(piece, at));
      return taken;
    },
    async skip(length: number): Promise<Uint8Array<ArrayBuffer>> {
      await each(length, () => undefined);
      return new Uint8Array(0);
    },
    cancel: () => reader.cancel(),
  };
}
