import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/model/draft.ts';
import { prepareUpdate } from '../../../src/library/commands/prepare-update.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { countChanges } from '../../../src/library/queries/compare-texts.ts';
import { findStory } from '../../../src/library/queries/find-story.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

test('a story clipped before is known by any of its addresses', async () => {
  const library = temporaryLibrary();
  const clip = await saveClip(library, saveRequest('ferry'));
  expect(await findStory(library, 'http://m.news.example/ferry?utm_source=app#top')).toEqual({
    clips: [clip],
    files: [],
  });
  expect((await findStory(library, 'https://news.example/other')).clips).toEqual([]);
});

test('an update brings the new text and keeps the user’s tags, words and edits', async () => {
  const library = temporaryLibrary();
  const article = story();
  const draft = { ...draftOf(article, 1_709_500_000_000), tags: ['轮渡', '通勤'], title: '渡轮回来了' };
  await saveClip(library, saveRequest('ferry', { article, draft, notes: '查一下票价' }));

  const fresh = story({ text: '港务局昨天说，渡轮将在星期三恢复行驶。\n\n首班船早上六时开出。', markdown: '新的正文' });
  const update = await prepareUpdate(library, 'ferry', fresh);
  expect(update?.changes.map(({ kind }) => kind)).toEqual(['changed', 'same']);
  expect(update?.draft).toMatchObject({
    title: '渡轮回来了',
    tags: ['轮渡', '通勤'],
    markdown: '新的正文',
    clippedAt: 1_709_500_000_000,
  });

  const saved = await saveClip(
    library,
    saveRequest('ferry', { article: fresh, draft: update?.draft ?? draft, as: { kind: 'update', id: 'ferry' } }),
  );
  expect(saved).toMatchObject({ version: 2, notes: '查一下票价', changedParagraphs: 1, tags: ['轮渡', '通勤'] });
  const again = await prepareUpdate(library, 'ferry', fresh);
  expect(again?.draft.title).toBe('渡轮回来了');
  expect(countChanges(again?.changes ?? [])).toBe(0);
});

test('a clip that was deleted cannot be updated', async () => {
  expect(await prepareUpdate(temporaryLibrary(), 'gone', story())).toBeUndefined();
});
