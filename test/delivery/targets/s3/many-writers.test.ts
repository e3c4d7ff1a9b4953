import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeBucket } from '../../../../src/delivery/targets/s3/probe-bucket.ts';
import { type S3Double, startS3Double } from '../../../servers/s3-double.ts';
import { describeManyWriters } from '../../many-writers.ts';
import { clientOf, directoryOf, viewOf } from './s3-places.ts';

let double: S3Double;
beforeAll(async () => {
  double = await startS3Double();
});
beforeEach(() => double.objects.clear());
afterAll(() => double.stop());

for (const conditions of ['obeyed', 'versioned'] as const) {
  describe(`s3, many writers, conditions ${conditions}`, () => {
    describeManyWriters(async () => {
      double.conditions = conditions;
      const abilities = await probeBucket(clientOf(double), 'notes/');
      const target = () => {
        const directory = directoryOf(clientOf(double), abilities);
        return folderTarget({ id: 's3:archive', directory, checkPath });
      };
      return { target, folder: viewOf(double) };
    });
  });
}
