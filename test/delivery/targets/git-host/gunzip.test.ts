import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from '../../../../src/delivery/targets/git-host/gunzip.ts';

const PART = 64 * 1024;

/** Bytes as a stream in parts, with how many parts were asked for. */
function partsOf(bytes: Uint8Array, end?: Error) {
  const asked = { parts: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const at = asked.parts++ * PART;
        if (at < bytes.length) return controller.enqueue(Uint8Array.from(bytes.subarray(at, at + PART)));
        if (end) controller.error(end);
        else controller.close();
      },
      cancel() {
        asked.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { asked, stream };
}

async function read(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

test('a stream is unpacked whole, and no further than it is read', async () => {
  // Random bytes do not pack: the stream is as long packed as it is unpacked.
  const content = randomBytes(4 * 1024 * 1024);
  const { asked, stream } = partsOf(gzipSync(content));
  const reader = gunzip(stream).getReader();
  const first = await reader.read();
  // What would be unpacked without being asked for has the time to be.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked.parts).toBeLessThanOrEqual(3);
  const rest: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) rest.push(next.value);
  expect(Buffer.concat([first.value ?? new Uint8Array(0), ...rest]).equals(content)).toBe(true);
  expect((await read(gunzip(partsOf(gzipSync('')).stream))).length).toBe(0);
});

test('what is damaged, cut off or broken is an error', async () => {
  const packed = gzipSync(randomBytes(PART * 3));
  const changed = Uint8Array.from(packed);
  changed[packed.length - 6] = (changed[packed.length - 6] ?? 0) ^ 1;
  await expect(read(gunzip(partsOf(changed).stream))).rejects.toThrow();
  await expect(read(gunzip(partsOf(packed.subarray(0, PART + 5)).stream))).rejects.toThrow();
  await expect(read(gunzip(partsOf(Buffer.from('<html>')).stream))).rejects.toThrow();
  await expect(read(gunzip(partsOf(packed.subarray(0, PART), new Error('lost')).stream))).rejects.toThrow('lost');
});

test('a reader that has enough closes the source', async () => {
  const { asked, stream } = partsOf(gzipSync(randomBytes(PART * 20)));
  const reader = gunzip(stream).getReader();
  await reader.read();
  await reader.cancel();
  expect(asked.isCancelled).toBe(true);
});
