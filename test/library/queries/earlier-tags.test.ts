import { expect, test } from 'vitest';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { pathKey } from '../../../src/library/model/delivery.ts';
import { earlierTags } from '../../../src/library/queries/earlier-tags.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest } from '../../fakes/story.ts';

test('are those of earlier clips and of the posts in a folder, those of the same site first, its name never', async () => {
  const library = temporaryLibrary();
  const { draft } = saveRequest('ferry');
  await saveClip(library, saveRequest('ferry', { draft: { ...draft, tags: ['海港日报', '交通'] } }));
  const files = [
    { path: '2024-03-01-a.md', tags: ['晨报', '气候'], categories: ['晨报'] },
    { path: '2024-03-02-b.md', tags: ['气候'], categories: [] },
    { path: '2024-03-03-c.md', tags: ['海港日报', '票价'], categories: ['海港日报'] },
    { path: '2024-03-04-d.md', tags: [], categories: ['国际'], url: 'https://morning.example/d' },
    { path: '2024-03-05-e.md', tags: [], categories: ['国际'], url: 'https://evening.example/e' },
  ];
  await library.use(async (database) => {
    for (const file of files) {
      const place = pathKey('folder:archive', file.path);
      await database.put('folderFiles', { folderId: 'folder:archive', place, size: 1, modifiedAt: 1, ...file });
    }
  });
  const tags = await earlierTags(library, '海港日报');
  expect(tags.slice(0, 2).toSorted()).toEqual(['交通', '票价'].toSorted());
  expect(tags.slice(2)).toEqual(['气候', '国际']);
});
