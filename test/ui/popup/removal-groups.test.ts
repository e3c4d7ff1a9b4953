import { expect, it } from 'vitest';
import { groupRemovals } from '../../../src/ui/popup/removal-groups.ts';

const removal = (pass: string, text: string) => ({ pass, text, reason: '' });

it('puts removals together by what a reader calls them, text before empty slots', () => {
  const groups = groupRemovals([
    removal('advertisements', ''),
    removal('related-lines', '延伸阅读'),
    removal('advertisements', '购车优惠'),
    removal('tail', '更多'),
    removal('a-pass-of-tomorrow', 'x'),
  ]);
  expect(groups.map(({ kind, removals }) => [kind, removals.map(({ text }) => text)])).toEqual([
    ['advertisements', ['购车优惠', '']],
    ['related', ['延伸阅读', '更多']],
    ['other', ['x']],
  ]);
});
