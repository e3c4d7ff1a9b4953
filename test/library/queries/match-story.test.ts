import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { isSameStory } from '../../../src/library/model/same-story.ts';
import { matchStory, seenStory } from '../../../src/library/queries/match-story.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const ferry = story();
const market = story({
  title: { value: '鱼市场周末开放', origin: 'heading' },
  text: '鱼市场从本周末起开放。\n\n摊位有四十个，早上五时开始营业。',
});

test('two stories of one stale address are two stories', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { article: ferry }));
  expect(await matchStory(library, seenStory(market, 'article'))).toMatchObject({ another: { id: 'ferry' } });
  const second = await saveClip(
    library,
    saveRequest('market', { article: market, as: { kind: 'same-story', id: 'market' } }),
  );
  expect([second.id, second.version]).toEqual(['market', 1]);
  expect((await matchStory(library, seenStory(ferry, 'article'))).clip?.id).toBe('ferry');
  expect((await matchStory(library, seenStory(market, 'article'))).clip?.id).toBe('market');
});

test('a new headline, or a text that grew, is the same story', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { article: ferry }));
  const renamed = story({ title: { value: '渡轮复航', origin: 'heading' } });
  expect((await matchStory(library, seenStory(renamed, 'article'))).clip?.id).toBe('ferry');
  const rewritten = story({ text: '全文已经改写。' });
  expect((await matchStory(library, seenStory(rewritten, 'article'))).clip?.id).toBe('ferry');
  const teaser = { title: 'A', text: 'One paragraph that is free to read.' };
  expect(isSameStory(teaser, { title: 'B', text: `${teaser.text}\n\nTwo.\n\nThree.\n\nFour.` })).toBe(true);
});

test('a selection is never a version of the story, and the same words are one selection', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { article: ferry }));
  const selected = story({ text: '首班船早上六时开出。' });
  expect(await matchStory(library, seenStory(selected, 'selection'))).toEqual({});
  const request = saveRequest('part', {
    article: selected,
    part: 'selection',
    as: { kind: 'same-story', id: 'part' },
  });
  expect((await saveClip(library, request)).id).toBe('part');
  expect((await matchStory(library, seenStory(selected, 'selection'))).clip?.id).toBe('part');
  expect((await matchStory(library, seenStory(ferry, 'article'))).clip?.id).toBe('ferry');
});
