import { beforeAll, describe, expect, it } from 'vitest';
import { build, HAS_KIT, install, isAvailable } from './downstream.ts';
import { PROGRAMS } from './programs.ts';
import { markedStory, pageStories, type Story, titleStories } from './stories.ts';

/** Builds all stories in each of these programs. Where the check or a program is not at hand, it says so and skips. */
export function buildAll(tools: readonly string[]): void {
  if (!HAS_KIT) console.warn('sites: skipped, there is no ../shared/downstream');
  describe.skipIf(!HAS_KIT)('sites built of our posts', () => {
    let stories: readonly Story[] = [];
    beforeAll(async () => {
      stories = [...(await pageStories()), ...titleStories(), markedStory()];
    });

    for (const program of PROGRAMS.filter(({ tool }) => tools.includes(tool))) {
      const { tool, variant = '' } = program;
      const isHere = isAvailable(tool);
      if (!isHere) console.warn(`sites: ${tool} is skipped, it is not installed and apt cannot be asked for it`);
      it.skipIf(!isHere)(`are right in ${tool} ${variant}`, async () => {
        install(tool);
        expect((await build(program, stories)).join('\n')).toBe('');
      });
    }
  });
}
