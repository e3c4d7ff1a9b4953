import { expect, test } from 'vitest';
import type { Highlight } from '../../../src/core/model/highlight.ts';
import { exportHighlights } from '../../../src/library/backup/export-highlights.ts';
import { changeHighlights } from '../../../src/library/commands/change-highlights.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest } from '../../fakes/story.ts';

const FERRY = { url: 'https://news.example/ferry', title: '渡轮星期一恢复行驶' };
const PIER = { url: 'https://news.example/pier', title: 'Pier [closed]' };
const writePost = async () => saveRequest('ferry').post;

function highlight(id: string, exact: string, note: string): Highlight {
  return { id, anchor: { exact, prefix: '', suffix: '', start: 0 }, colour: 'green', note, createdAt: 0 };
}

async function marked(): Promise<Library> {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  await changeHighlights(library, { of: FERRY, put: [highlight('a', '渡轮\n恢复', '查"票价"')], writePost, now: 7 });
  await changeHighlights(library, { of: PIER, put: [highlight('b', '=1+1 *now*', '1. why')], writePost, now: 7 });
  return library;
}

test('highlights leave as Markdown', async () => {
  const text = await (await exportHighlights(await marked(), ['ferry'], 'md')).text();
  expect(text).toBe(`## [渡轮星期一恢复行驶](https://news.example/ferry)

> 渡轮
>
> 恢复

查"票价"

## [Pier \\[closed\\]](https://news.example/pier)

> =1+1 \\*now\\*

1\\. why
`);
});

test('highlights leave as JSON with their anchors', async () => {
  const text = await (await exportHighlights(await marked(), ['ferry'], 'json')).text();
  expect(JSON.parse(text)).toMatchObject([
    { clipId: 'ferry', highlights: [{ id: 'a', anchor: { exact: '渡轮\n恢复' }, colour: 'green' }] },
    { title: 'Pier [closed]', highlights: [{ id: 'b', note: '1. why' }] },
  ]);
});

test('highlights leave as CSV that a spreadsheet reads and does not run', async () => {
  const bytes = await (await exportHighlights(await marked(), ['ferry'], 'csv')).bytes();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text).toBe(
    '\ufefftitle,url,passage,note,colour,made\r\n' +
      '渡轮星期一恢复行驶,https://news.example/ferry,"渡轮\n恢复","查""票价""",green,1970-01-01T00:00:00.000Z\r\n' +
      "Pier [closed],https://news.example/pier,'=1+1 *now*,1. why,green,1970-01-01T00:00:00.000Z\r\n",
  );
});
