import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { listKeys } from '../../../../src/delivery/targets/s3/list-keys.ts';
import { probeBucket } from '../../../../src/delivery/targets/s3/probe-bucket.ts';
import type { S3Client } from '../../../../src/delivery/targets/s3/s3-client.ts';
import { readObject } from '../../../../src/delivery/targets/s3/stored-object.ts';
import { missingSwift, type SwiftServer, startSwift } from '../../../servers/swift-server.ts';
import { describeTarget, type OutsideView } from '../../contract.ts';
import { clientOf, directoryOf } from './s3-places.ts';

const PREFIX = 'notes/';
const missing = missingSwift();

describe.skipIf(missing)(`s3: OpenStack Swift${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: SwiftServer;
  let client: S3Client;
  beforeAll(async () => {
    server = await startSwift();
    client = clientOf(server);
    await client.send('PUT', '');
  }, 120_000);
  beforeEach(async () => {
    const { objects } = await listKeys(client, '', 'all');
    for (const { key } of objects) await client.send('DELETE', key);
  });
  afterAll(() => server.stop());

  test('finds out that conditions are refused, and leaves nothing behind', async () => {
    expect(await probeBucket(client, PREFIX)).toEqual({ createIf: false, updateIf: false });
    expect(await listKeys(client, '', 'all')).toEqual({ objects: [], folders: [] });
  });

  test('reads and lists keys of any characters', async () => {
    const names = ['渡轮 “ferry” 🚢.md', 'a+b & c%41.md', "it's (1)!.md", '#1?.md'];
    for (const name of names) await client.send('PUT', PREFIX + name, { body: new TextEncoder().encode(name) });
    const { objects } = await listKeys(client, PREFIX, 'folder');
    expect(objects.map(({ key }) => key).sort()).toEqual(names.map((name) => PREFIX + name).sort());
    for (const name of names) {
      expect(new TextDecoder().decode((await readObject(client, PREFIX + name))?.content)).toBe(name);
    }
  });

  describeTarget('s3, OpenStack Swift', { readsFiles: true }, async () => {
    const directory = directoryOf(client, { createIf: false, updateIf: false });
    return { target: folderTarget({ id: 's3:archive', directory, checkPath }), folder: bucketView(client) };
  });
});

/** What is below the prefix, read by a separate client. */
function bucketView(client: S3Client): OutsideView {
  return {
    async files() {
      const files: Record<string, string> = {};
      for (const { key } of (await listKeys(client, '', 'all')).objects) {
        files[key.slice(PREFIX.length)] = new TextDecoder().decode((await readObject(client, key))?.content);
      }
      return files;
    },
    write: async (path, content) =>
      void (await client.send('PUT', PREFIX + path, { body: new TextEncoder().encode(content) })),
    remove: async (path) => void (await client.send('DELETE', PREFIX + path)),
  };
}
