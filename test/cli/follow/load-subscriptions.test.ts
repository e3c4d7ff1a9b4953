import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { expect, it } from 'vitest';
import { loadSubscriptions } from '../../../src/cli/follow/load-subscriptions.ts';

import { temporaryFolder } from '../../fakes/temporary-folder.ts';

const FEED = 'https://news.example/feed';
const OPML = `<?xml version="1.0" encoding="GBK"?><opml version="2.0"><body><outline text="联合早报" title="联合早报" xmlUrl="${FEED}"/></body></opml>`;
const JSON_LIST = JSON.stringify([{ site: '联合早报', url: FEED }]);

it.each([
  ['JSON', Buffer.from(JSON_LIST)],
  ['JSON with a mark', Buffer.from(`\ufeff${JSON_LIST}`)],
  ['a list that Notepad saved as Unicode', Buffer.from(`\ufeff${FEED} 联合早报\r\n`, 'utf16le')],
  ['OPML in GBK', createMultibyteEncoder('gbk')(OPML)],
])('reads %s, whatever its encoding', async (name, bytes) => {
  const path = join(temporaryFolder().path, 'list');
  writeFileSync(path, bytes);
  const { subscriptions } = await loadSubscriptions([path], (sentence) => expect.unreachable(`${name}: ${sentence}`));
  expect(subscriptions).toMatchObject([{ url: FEED, site: '联合早报' }]);
});
