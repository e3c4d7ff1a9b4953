import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { listKeys } from '../../../../src/delivery/targets/s3/list-keys.ts';
import type { S3Config } from '../../../../src/delivery/targets/s3/s3-config.ts';
import { s3Error } from '../../../../src/delivery/targets/s3/s3-error.ts';
import { readObject } from '../../../../src/delivery/targets/s3/stored-object.ts';
import { testS3 } from '../../../../src/delivery/targets/s3/test-s3.ts';
import { type S3Double, startS3Double } from '../../../servers/s3-double.ts';
import { clientOf, configOf, directoryOf } from './s3-places.ts';

let double: S3Double;
beforeAll(async () => {
  double = await startS3Double();
});
beforeEach(() => {
  double.objects.clear();
  Object.assign(double, {
    conditions: 'obeyed',
    pageSize: 1000,
    clockSkew: 0,
    room: Number.POSITIVE_INFINITY,
    isRevoked: false,
  });
});
afterAll(() => double.stop());

const ABILITIES = { createIf: true, updateIf: 'quoted' } as const;

test('a wrong key, a wrong secret, a wrong bucket, a wrong region and a wrong clock are told apart', async () => {
  const check = (changes: Partial<S3Config>, secretAccessKey = double.secretAccessKey) =>
    directoryOf(clientOf({ ...double, secretAccessKey }, changes), ABILITIES)
      .check()
      .catch(toFailure);
  expect(await check({})).toBeUndefined();
  expect(await check({ accessKeyId: 'NOBODY' })).toEqual({
    code: 'auth-expired',
    detail: 'GET: 403 InvalidAccessKeyId',
  });
  expect(await check({}, 'wrong')).toEqual({ code: 'auth-expired', detail: 'GET: 403 SignatureDoesNotMatch' });
  expect(await check({ bucket: 'other' })).toEqual({ code: 'folder-gone', detail: 'GET: 404 NoSuchBucket' });
  expect(await check({ region: 'us-east-1' })).toEqual({
    code: 'wrong-region',
    detail: 'GET: 400 AuthorizationHeaderMalformed (eu-central-1)',
  });
  double.clockSkew = 20 * 60_000;
  expect(await check({})).toEqual({ code: 'clock-skew', detail: 'GET: 403 RequestTimeTooSkewed' });
});

test('a full bucket says so, and keeps what it had', async () => {
  const directory = directoryOf(clientOf(double), ABILITIES);
  const before = await directory.write('a.md', 'first', 'nothing');
  double.room = 8;
  expect(await directory.write('a.md', 'second, longer', before as `sha-256:${string}`).catch(toFailure)).toMatchObject(
    {
      code: 'disk-full',
    },
  );
  expect(double.objects.get('notes/a.md')?.body.toString()).toBe('first');
});

test('a key that is revoked in the middle stops, and goes on with another', async () => {
  const directory = directoryOf(clientOf(double), ABILITIES);
  await directory.write('a.md', 'first', 'nothing');
  double.isRevoked = true;
  expect(await directory.write('b.md', 'second', 'nothing').catch(toFailure)).toMatchObject({ code: 'auth-expired' });
  double.isRevoked = false;
  await directory.write('b.md', 'second', 'nothing');
  expect([...double.objects.keys()]).toEqual(['notes/a.md', 'notes/b.md']);
});

test('a 404 that is not of the key is no sign that the object is gone', async () => {
  expect(await readObject(clientOf(double), 'notes/a.md')).toBeUndefined();
  const elsewhere = clientOf(double, { bucket: 'other' });
  expect(await readObject(elsewhere, 'notes/a.md').catch(toFailure)).toMatchObject({ code: 'folder-gone' });
});

test('lists any keys over many pages, and the folders of those that are deeper', async () => {
  const names = ['a b+c.md', 'a&b<c.md', '渡轮 🚢.md', '100%.md', ' padded .md'];
  for (const name of names) double.objects.set(`notes/${name}`, { body: Buffer.from(name), modifiedAt: new Date() });
  double.objects.set('notes/2024/渡轮.md', { body: Buffer.from('x'), modifiedAt: new Date() });
  double.objects.set('notes/_claims/a.md/1', { body: Buffer.from('x'), modifiedAt: new Date() });
  double.pageSize = 2;
  const { objects } = await listKeys(clientOf(double), 'notes/', 'folder');
  expect(objects.map(({ key }) => key).sort()).toEqual(names.map((name) => `notes/${name}`).sort());
  const entries = await directoryOf(clientOf(double), ABILITIES).list('');
  expect(entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name)).toEqual(['2024']);
});

test('the claim of somebody who was interrupted is left alone', async () => {
  double.conditions = 'refused';
  const directory = directoryOf(clientOf(double), { createIf: false, updateIf: false });
  const before = await directory.write('a.md', 'first', 'nothing');
  double.objects.set('notes/_claims/a.md/other-1', { body: Buffer.from('x'), modifiedAt: new Date() });
  double.objects.set('notes/_claims/b.md/other-1', { body: Buffer.from('x'), modifiedAt: new Date() });
  const update = directory.write('a.md', 'second', before as `sha-256:${string}`);
  expect(await update.catch(toFailure)).toMatchObject({ code: 'conflict' });
  expect(await directory.write('b.md', 'x', 'nothing').catch(toFailure)).toMatchObject({ code: 'name-taken' });
  expect([...double.objects.keys()]).toEqual([
    'notes/a.md',
    'notes/_claims/a.md/other-1',
    'notes/_claims/b.md/other-1',
  ]);
});

test('the test verb puts the region right, says what the bucket cannot promise, and leaves nothing behind', async () => {
  const run = (changes: Partial<S3Config>) => testS3(configOf(double, changes), (config) => clientOf(double, config));
  expect(await run({ region: 'us-east-1' })).toEqual({ config: configOf(double), limits: [] });
  double.conditions = 'versioned';
  expect(await run({})).toMatchObject({ limits: ['claims-remain'] });
  expect(double.objects.size).toBe(0);
});

test('a code that no S3 server has says what its status means, whatever it is called', () => {
  const body = new TextEncoder().encode('<Error><Code>constructor</Code></Error>');
  const answer = { method: 'PUT', url: 'https://s3.example/notes/a.md', status: 403, headers: new Headers(), body };
  expect(toFailure(s3Error(answer, 0))).toEqual({ code: 'access-denied', detail: 'PUT: 403 constructor' });
});
