import { expect, it } from 'vitest';
import type { Highlight } from '../../../src/core/model/highlight.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { listPendingHighlights } from '../../../src/library/queries/pending-highlights.ts';
import { readWholeClip } from '../../../src/library/queries/read-whole-clip.ts';
import type { LibraryChange } from '../../../src/library/store/changes.ts';
import { storyMarks } from '../../../src/ui/reader/story-marks.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest } from '../../fakes/story.ts';

const FERRY = { url: 'https://www.news.example/ferry', title: '渡轮星期一恢复行驶' };
const MARK: Highlight = {
  id: 'a',
  anchor: { exact: '渡轮将在星期一恢复行驶', prefix: '', suffix: '。', start: 7 },
  colour: 'green',
  note: '',
  createdAt: 5,
};

/** The marks of a story, with what others were told and how often posts were delivered. */
function openMarks() {
  const library = temporaryLibrary();
  const told: LibraryChange[] = [];
  const state = { drains: 0, canWrite: true };
  const marks = storyMarks(FERRY, {
    library,
    changes: { announce: (change) => told.push(change), listen: () => () => undefined },
    writePost: async ({ title }) => {
      if (!state.canWrite) throw new Error('the post cannot be written');
      return { path: '_posts/ferry.md', frontMatter: '', body: '', text: title, assets: [] };
    },
    drain: async () => {
      state.drains += 1;
    },
    now: () => 7,
  });
  return { library, marks, told, state };
}

it('keeps what is marked before the save, and tells nobody of a clip that is not there', async () => {
  const { library, marks, told, state } = openMarks();
  await marks.load();
  expect(marks.highlights.value).toEqual([]);
  await marks.put(MARK);
  await marks.put({ ...MARK, note: '问港务局' });
  expect(marks.notice.value).toEqual({ kind: 'kept' });
  expect(await listPendingHighlights(library)).toMatchObject([{ highlights: [{ id: 'a', note: '问港务局' }] }]);
  expect(told).toEqual([]);
  expect(state.drains).toBe(0);
});

it('changes the clip of the story where there is one, and delivers its post', async () => {
  const { library, marks, told, state } = openMarks();
  await saveClip(library, saveRequest('ferry'));
  await marks.put(MARK);
  expect(marks.highlights.value).toEqual([MARK]);
  expect((await readWholeClip(library, 'ferry'))?.content?.edits.highlights).toEqual([MARK]);
  expect(told).toEqual([{ kind: 'clips', ids: ['ferry'] }]);
  expect(state.drains).toBe(1);
});

it('puts back with its note what was removed', async () => {
  const { marks } = openMarks();
  await marks.put({ ...MARK, note: '问港务局' });
  await marks.remove(MARK);
  expect(marks.highlights.value).toEqual([]);
  const notice = marks.notice.value;
  if (notice?.kind !== 'removed') throw new Error('nothing offers to take it back');
  await notice.undo();
  expect(marks.highlights.value).toEqual([{ ...MARK, note: '问港务局' }]);
});

it('says why a mark is not kept, and keeps it at the second try', async () => {
  const { library, marks, state } = openMarks();
  await saveClip(library, saveRequest('ferry'));
  state.canWrite = false;
  await marks.put(MARK);
  const notice = marks.notice.value;
  if (notice?.kind !== 'failed') throw new Error('the failure is not said');
  expect(notice.failure.code).toBe('unexpected');
  state.canWrite = true;
  await notice.retry();
  expect(marks.notice.value).toEqual({ kind: 'kept' });
  expect(marks.highlights.value).toEqual([MARK]);
});
