/** So many packed bytes are unpacked at a time. Gzip packs at most about a thousandfold. */
const PIECE = 4 * 1024;

/**
 * Unpacks a gzipped stream no further than it is read. A plain pipe through the `DecompressionStream` of Node 20 and 22
 * unpacks up to 16,384 chunks of 16 kB ahead of its reader: its limit in bytes is used as a number of chunks
 * (findings/node-decompression-stream-runs-ahead.sh).
 *
 * @throws when it is read: the error of the source, or a `TypeError` where the data is damaged or ends too early.
 */
export function gunzip(packed: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const [source, writer, reader] = [packed.getReader(), writable.getWriter(), readable.getReader()];
  let part = new Uint8Array(0);
  let isAtEnd = false;
  let feeding: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  async function feedPiece(): Promise<void> {
    if (part.length === 0) {
      const next = await source.read();
      if (next.done) {
        isAtEnd = true;
        return writer.close();
      }
      part = next.value;
    }
    const piece = part.subarray(0, PIECE);
    part = part.subarray(PIECE);
    await writer.write(piece);
  }

  /** A write may wait until its output is read, so that one may still run when the next is asked for. */
  function feed(): Promise<void> {
    feeding ??= feedPiece()
      .catch(fail)
      .finally(() => {
        feeding = undefined;
      });
    return feeding;
  }

  function fail(error: unknown): void {
    failure ??= { error };
  }

  return new ReadableStream(
    {
      async pull(controller) {
        let output: ReadableStreamReadResult<Uint8Array<ArrayBuffer>> | undefined;
        const reading = reader.read().then((result) => {
          output = result;
        }, fail);
        while (!output && !failure) await Promise.race([reading, isAtEnd ? (feeding ?? reading) : feed()]);
        if (failure) {
          // Closes the connection; a source that failed itself is closed already.
          await Promise.allSettled([source.cancel(failure.error)]);
          throw failure.error;
        }
        if (!output || output.done) controller.close();
        else controller.enqueue(output.value);
      },
      async cancel(reason) {
        await Promise.all([source.cancel(reason), reader.cancel(reason)]);
      },
    },
    { highWaterMark: 0 },
  );
}
