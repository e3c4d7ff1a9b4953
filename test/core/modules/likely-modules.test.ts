import { describe, expect, it } from 'vitest';
import { likelyModules } from '../../../src/core/modules/likely-modules.ts';

describe('a title makes likely', () => {
  it.each([
    ['Ferry delayed by the storm, harbour master says', ['structure']],
    ['How the lamp of the lighthouse turns', ['structure']],
    ['Fähre kommt später an', ['structure', 'european']],
    ['Die Energiewende und der Norden', ['structure', 'european']],
    ['Leuchtturm in Not: Was nun?', ['structure', 'european']],
    ['Una sera a Trieste', ['structure', 'european']],
    ['渡轮晚点 of the day', ['structure', 'east-asian', 'sites']],
    ['', ['structure', 'european']],
  ])('%s', (title, modules) => expect(likelyModules(title)).toEqual(modules));

  it('what the letters of an English title say, before its words', () => {
    expect(likelyModules('The café of the year: Zoë’s')).toEqual(['structure', 'european']);
  });
});
