import { crc32 } from 'node:zlib';

/** A file of an archive, deflated already: fflate, zlib and zopfli differ by some percent in what they make of it. */
export interface PackedFile {
  /** `/`-separated. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly deflated: Uint8Array;
}

/** The least that a reader needs to deflate (2.0), and names in UTF-8. */
const [VERSION, UTF8, DEFLATE] = [20, 0x0800, 8];
/** 1 January 2000, 00:00, as MS-DOS counts: the same files are the same bytes whenever and wherever they are packed. */
const [TIME, DATE] = [0, (20 << 9) | (1 << 5) | 1];

/** A zip archive (APPNOTE.TXT 6.3.10, 4.3): each file behind its header, then the directory of all. */
export function writeZip(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content, deflated } of files) {
    const name = Buffer.from(path);
    const facts = [
      ...words(UTF8, DEFLATE, TIME, DATE),
      ...longs(crc32(content), deflated.length, content.length),
      ...words(name.length, 0),
    ];
    const header = Uint8Array.from([...signature(3, 4), ...words(VERSION), ...facts, ...name]);
    directory.push(
      Uint8Array.from([
        ...signature(1, 2),
        ...words(VERSION, VERSION),
        ...facts,
        ...words(0, 0, 0),
        ...longs(0, offset),
        ...name,
      ]),
    );
    parts.push(header, deflated);
    offset += header.length + deflated.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = [...signature(5, 6), ...words(0, 0, files.length, files.length), ...longs(size, offset), ...words(0)];
  return Buffer.concat([...parts, ...directory, Uint8Array.from(end)]);
}

function signature(first: number, second: number): number[] {
  return [0x50, 0x4b, first, second];
}

/** Two bytes each, the low one first. */
function words(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
}

/** Four bytes each. */
function longs(...values: readonly number[]): number[] {
  return values.flatMap((value) => words(value & 0xffff, value >>> 16));
}
