import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeBucket } from '../../../../src/delivery/targets/s3/probe-bucket.ts';
import { type FaultyLine, startFaultyLine } from '../../../servers/faulty-line.ts';
import { type S3Double, startS3Double } from '../../../servers/s3-double.ts';
import { describeBadLine } from '../../faulty-places.ts';
import { http } from '../webdav/webdav-places.ts';
import { clientOf, directoryOf, viewOf } from './s3-places.ts';

/** Nobody else writes here: the waits for others are cut short. */
const hurried = { ...http, wait: () => http.wait(1) };

let double: S3Double;
let line: FaultyLine;
beforeAll(async () => {
  double = await startS3Double();
  line = await startFaultyLine(double.endpoint);
});
beforeEach(() => double.objects.clear());
afterAll(async () => {
  await line.stop();
  await double.stop();
});

for (const conditions of ['obeyed', 'refused'] as const) {
  describe(`s3 on a bad line, conditions ${conditions}`, () => {
    describeBadLine(
      async () => {
        double.conditions = conditions;
        const abilities = await probeBucket(clientOf(double), 'notes/');
        const client = clientOf(double, { endpoint: line.origin }, hurried);
        const directory = directoryOf(client, abilities);
        return { line, folder: viewOf(double), target: folderTarget({ id: 's3:archive', directory, checkPath }) };
      },
      // A claim that could not be taken back stays until the next write there.
      ({ method, path }) => method === 'DELETE' && path.includes('_claims'),
    );
  });
}
