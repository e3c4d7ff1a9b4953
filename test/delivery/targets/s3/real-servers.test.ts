import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { listKeys } from '../../../../src/delivery/targets/s3/list-keys.ts';
import { probeBucket } from '../../../../src/delivery/targets/s3/probe-bucket.ts';
import type { S3Abilities } from '../../../../src/delivery/targets/s3/s3-abilities.ts';
import type { S3Client } from '../../../../src/delivery/targets/s3/s3-client.ts';
import { readObject } from '../../../../src/delivery/targets/s3/stored-object.ts';
import { missingCeph, startCeph } from '../../../servers/ceph-server.ts';
import { type FaultyLine, startFaultyLine } from '../../../servers/faulty-line.ts';
import type { S3Server } from '../../../servers/s3-server.ts';
import { missingSwift, startSwift } from '../../../servers/swift-server.ts';
import { describeTarget, type OutsideView } from '../../contract.ts';
import { describeBadLine } from '../../faulty-places.ts';
import { describeManyWriters } from '../../many-writers.ts';
import { http } from '../webdav/webdav-places.ts';
import { clientOf, directoryOf } from './s3-places.ts';

const PREFIX = 'notes/';

/** A bucket of a real service, and what the probe finds of it. */
interface RealBucket {
  readonly name: string;
  readonly bucket: string;
  readonly isVersioned?: boolean;
  readonly abilities: S3Abilities;
}

const CLAIMS: S3Abilities = { createIf: false, updateIf: false };

describeService('OpenStack Swift', missingSwift(), startSwift, [
  { name: 'OpenStack Swift', bucket: 'archive', abilities: CLAIMS },
]);

describeService('Ceph’s RADOS Gateway', missingCeph(), startCeph, [
  { name: 'RADOS Gateway', bucket: 'archive', abilities: { createIf: true, updateIf: 'bare' } },
  { name: 'RADOS Gateway with versioning', bucket: 'versioned', isVersioned: true, abilities: CLAIMS },
]);

function describeService(
  service: string,
  missing: string | undefined,
  start: () => Promise<S3Server>,
  buckets: readonly RealBucket[],
): void {
  describe.skipIf(missing)(`s3: ${service}${missing ? ` (skipped: ${missing})` : ''}`, () => {
    let server: S3Server;
    beforeAll(async () => {
      server = await start();
    }, 240_000);
    afterAll(() => server.stop());
    for (const bucket of buckets) {
      describe(bucket.name, () => describeBucket(bucket, () => ({ ...server, bucket: bucket.bucket })));
    }
  });
}

function describeBucket({ name, isVersioned, abilities }: RealBucket, server: () => S3Server): void {
  let client: S3Client;
  beforeAll(async () => {
    client = clientOf(server());
    await client.send('PUT', '');
    if (isVersioned) await switchVersioningOn(client);
  });
  beforeEach(async () => {
    const { objects } = await listKeys(client, '', 'all');
    for (const { key } of objects) await client.send('DELETE', key);
  });

  test('finds out what becomes of conditions, and leaves nothing behind', async () => {
    expect(await probeBucket(client, PREFIX)).toEqual(abilities);
    expect(await listKeys(client, '', 'all')).toEqual({ objects: [], folders: [] });
  });

  test('reads and lists keys of any characters', async () => {
    const names = ['渡轮 “ferry” 🚢.md', 'a+b & c%41.md', "it's (1)!.md", '#1?.md'];
    for (const key of names) await client.send('PUT', PREFIX + key, { body: new TextEncoder().encode(key) });
    const { objects } = await listKeys(client, PREFIX, 'folder');
    expect(objects.map(({ key }) => key).sort()).toEqual(names.map((key) => PREFIX + key).sort());
    for (const key of names) {
      expect(new TextDecoder().decode((await readObject(client, PREFIX + key))?.content)).toBe(key);
    }
  });

  const openTarget = () =>
    folderTarget({ id: 's3:archive', directory: directoryOf(clientOf(server()), abilities), checkPath });
  describeTarget(`s3, ${name}`, { readsFiles: true }, async () => ({
    target: openTarget(),
    folder: bucketView(client),
  }));
  describeManyWriters(async () => ({ target: openTarget, folder: bucketView(client) }));

  describe('on a bad line', () => {
    let line: FaultyLine;
    beforeAll(async () => {
      line = await startFaultyLine(server().endpoint);
    });
    afterAll(() => line.stop());
    describeBadLine(
      async () => {
        // Nobody else writes here: the waits for others are cut short.
        const hurried = { ...http, wait: () => http.wait(1) };
        const directory = directoryOf(clientOf(server(), { endpoint: line.origin }, hurried), abilities);
        return { line, folder: bucketView(client), target: folderTarget({ id: 's3:archive', directory, checkPath }) };
      },
      // A claim that could not be taken back stays until the next write there.
      ({ method, path }) => method === 'DELETE' && path.includes('_claims'),
    );
  });
}

async function switchVersioningOn(client: S3Client): Promise<void> {
  const body = new TextEncoder().encode(
    '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>',
  );
  const { status } = await client.send('PUT', '', { query: { versioning: '' }, body });
  expect(status).toBe(200);
}

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
