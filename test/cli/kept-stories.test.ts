import { expect, test } from 'vitest';
import { KeptStories } from '../../src/cli/clip/kept-stories.ts';
import { folderPlace } from '../../src/cli/places/place.ts';
import { draftOf } from '../../src/core/model/draft.ts';
import type { Preset } from '../../src/core/model/preset.ts';
import { PRESETS } from '../../src/core/post/presets/presets.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { story } from '../fakes/story.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

const url = 'https://news.example/2024/ferry_1?a=(1)';
const text = 'The ferry left at dawn.\n\nNobody was on board.';

function postOf(preset: Preset, title: string, told = text) {
  const article = story({ url, text: told, markdown: told });
  return { url, post: toPost(draftOf({ ...article, title: { ...article.title, value: title } }, 0), preset) };
}

test.each(PRESETS.map((preset) => [preset.id, preset] as const))(
  '%s: a story under another headline is found by its address, in this run and the next',
  async (_, preset) => {
    const folder = temporaryFolder();
    const place = () => folderPlace(folder.path, { kept: new KeptStories(folder.path) });
    const first = place();
    const [saved] = await first.save([postOf(preset, 'Ferry leaves empty')]);
    const path = saved?.status === 'fulfilled' ? saved.value.path : '';
    const before = folder.files();
    const left = [{ status: 'fulfilled', value: { path, isLeft: true } }];
    const renamed = postOf(preset, 'Nobody wants to go to the island', `${text}\n\nA third paragraph.`);
    expect(await first.save([renamed])).toEqual(left);
    expect(await place().save([renamed])).toEqual(left);
    expect(folder.files()).toEqual(before);
    const update = folderPlace(folder.path, { kept: new KeptStories(folder.path), renamedText: 'replace' });
    expect(await update.save([renamed])).toMatchObject([{ value: { path, isLeft: false } }]);
    expect(Object.keys(folder.files())).toEqual(Object.keys(before));
    expect(folder.files()[path]).toContain('A third paragraph.');
  },
);
