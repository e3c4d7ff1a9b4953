import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeBucket } from '../../../../src/delivery/targets/s3/probe-bucket.ts';
import type { S3Abilities } from '../../../../src/delivery/targets/s3/s3-abilities.ts';
import { type Conditions, type S3Double, startS3Double } from '../../../servers/s3-double.ts';
import { describeTarget } from '../../contract.ts';
import { clientOf, directoryOf, viewOf } from './s3-places.ts';

const ABILITIES: Readonly<Record<Conditions, S3Abilities>> = {
  obeyed: { createIf: true, updateIf: 'quoted' },
  bare: { createIf: true, updateIf: 'bare' },
  refused: { createIf: false, updateIf: false },
  ignored: { createIf: false, updateIf: false },
  versioned: { createIf: false, updateIf: false },
};

let double: S3Double;
beforeAll(async () => {
  double = await startS3Double();
});
beforeEach(() => double.objects.clear());
afterAll(() => double.stop());

for (const conditions of Object.keys(ABILITIES) as Conditions[]) {
  describe(`s3 with conditions ${conditions}`, () => {
    beforeEach(() => {
      double.conditions = conditions;
    });

    test('finds out what the bucket does, and leaves nothing behind', async () => {
      expect(await probeBucket(clientOf(double), 'notes/')).toEqual(ABILITIES[conditions]);
      expect([...double.objects.keys()]).toEqual([]);
    });

    describeTarget(`s3, conditions ${conditions}`, { readsFiles: true }, async () => {
      const directory = directoryOf(clientOf(double), ABILITIES[conditions]);
      return { target: folderTarget({ id: 's3:archive', directory, checkPath }), folder: viewOf(double) };
    });
  });
}
