import { describe, expect, it } from 'vitest';
import { createAnchor } from '../../../src/core/highlights/create-anchor.ts';
import { findAnchors } from '../../../src/core/highlights/find-anchors.ts';
import type { TextAnchor } from '../../../src/core/model/highlight.ts';

const STORY = `The bell of the old town hall rang again on Friday, for the first time in forty years.

“We had almost forgotten its voice,” said the keeper, Anna Lind, who had climbed the tower every week.

The council had paid for the repair with a grant of 12,000 crowns. The council said that the bell will ring at noon.

Visitors may climb the tower on Sundays. Tickets are sold at the door of the museum next to the square.`;

function mark(text: string, passage: string, from = 0): TextAnchor {
  const start = text.indexOf(passage, from);
  const anchor = createAnchor(text, start, start + passage.length);
  if (!anchor) throw new Error(`no anchor for ${passage}`);
  return anchor;
}

/** What is found of a passage of a story in another text. */
function found(passage: string, later: string, story = STORY, from = 0): string {
  const [result = 'gone'] = findAnchors(later, [mark(story, passage, from)]);
  return typeof result === 'string' ? result : later.slice(result.start, result.end);
}

describe('an anchor', () => {
  it('keeps the passage without white space at its ends, and the text around it', () => {
    const start = STORY.indexOf(' said the keeper');
    expect(createAnchor(STORY, start, start + 16)).toEqual({
      exact: 'said the keeper',
      prefix: STORY.slice(start - 79, start + 1),
      suffix: STORY.slice(start + 16, start + 96),
      start: start + 1,
    });
  });

  it('is none of white space alone', () => {
    expect(createAnchor('a \n b', 1, 4)).toBeUndefined();
  });

  it('does not cut a surrogate pair', () => {
    const text = `${'🔔'.repeat(60)}bell${'🔔'.repeat(60)}`;
    const anchor = mark(text, 'bell');
    expect(anchor.prefix).toMatch(/^(?:🔔)+$/u);
    expect(anchor.suffix).toMatch(/^(?:🔔)+$/u);
  });
});

describe('finding a passage again', () => {
  it('finds every passage of the same text where it was', () => {
    const words = [...STORY.matchAll(/\S+/g)];
    const anchors = words.map((word) => mark(STORY, word[0], word.index));
    const starts = findAnchors(STORY, anchors).map((result) => (typeof result === 'string' ? result : result.start));
    expect(starts).toEqual(words.map(({ index }) => index));
  });

  it('finds it across blocks, with other white space, soft hyphens and quotation marks', () => {
    const passage = 'forty years.\n\n“We had almost forgotten its voice,” said';
    const later = STORY.replaceAll('\n\n', '')
      .replaceAll('“', '"')
      .replaceAll('”', '"')
      .replace('forgotten', 'forgot\u00adten');
    expect(found(passage, later)).toBe('forty years."We had almost forgot\u00adten its voice," said');
  });

  it('tells equal words by the text around them', () => {
    const later = `Correction: an earlier version named the wrong council.\n\n${STORY}`;
    const second = STORY.indexOf('The council said');
    const [result = 'gone'] = findAnchors(later, [mark(STORY, 'The council', second)]);
    expect(result).toMatchObject({ start: later.indexOf('The council said'), isChanged: false });
  });

  it('finds a passage that was reworded', () => {
    const later = STORY.replace('a grant of 12,000 crowns', 'a grant of 15,500 crowns');
    expect(found('paid for the repair with a grant of 12,000 crowns', later)).toBe(
      'paid for the repair with a grant of 15,500 crowns',
    );
    expect(found('12,000', later)).toBe('15,500');
  });

  it('finds a passage whose paragraph was moved to where all around it is new', () => {
    const later = `Tickets.\n\nVisitors may climb the tower on Sundays. Closed in winter.\n\n${STORY.slice(0, 200)}`;
    expect(found('Visitors may climb the tower on Sundays.', later)).toBe('Visitors may climb the tower on Sundays.');
  });

  it('does not take what was added beside a passage for a part of it', () => {
    const later = STORY.replace('Anna Lind, who', 'Anna Lind, 61, a clockmaker from the harbour, who');
    expect(found('said the keeper, Anna Lind', later)).toBe('said the keeper, Anna Lind');
  });

  it('loses a passage whose sentence is gone, also where its words are elsewhere', () => {
    const later = STORY.replace(' The council said that the bell will ring at noon.', '');
    expect(found('The council', later, STORY, STORY.indexOf('The council said'))).toBe('gone');
    expect(found('will ring at noon', later)).toBe('gone');
    expect(found('said the keeper', 'A text about other things altogether, said the keeper of another tower.')).toBe(
      'gone',
    );
  });

  it('loses a passage that several places have', () => {
    const row = 'Sold out. Call us on Monday to ask for a ticket of this kind, please.\n';
    const story = `${row.repeat(6)}The end.`;
    const later = `New: a seventh.\n${story}`;
    const passage = mark(story, 'ask for a ticket', row.length * 3);
    expect(findAnchors(later, [passage])).toEqual(['ambiguous']);
    // Where nothing has moved, the position tells.
    expect(findAnchors(story, [passage])).toEqual([
      { start: passage.start, end: passage.start + 16, isChanged: false },
    ]);
  });

  it('finds Chinese passages, changed ones too', () => {
    const story =
      '市政厅的大钟周五再次敲响，这是四十年来的第一次。守钟人林安说，她几乎忘了钟声。市议会拨款一万二千元用于修缮。';
    const later = `更新：${story.replace('一万二千元', '一万五千元').replace('再次敲响', '又一次敲响')}`;
    expect(found('拨款一万二千元用于修缮', later, story)).toBe('拨款一万五千元用于修缮');
    expect(found('周五再次敲响', later, story)).toBe('周五又一次敲响');
    expect(found('守钟人林安', later, story)).toBe('守钟人林安');
  });

  it('finds a long passage of which some was rewritten', () => {
    const story = Array.from(
      { length: 40 },
      (_, n) => `Sentence ${n} tells of thing number ${n * 7} in the long report.`,
    ).join(' ');
    const later = story.replace('thing number 140', 'an altogether different matter').replace('Sentence 25', 'Line 25');
    const passage = story.slice(story.indexOf('Sentence 5 '), story.indexOf('Sentence 35'));
    expect(found(passage, later, story)).toBe(
      later.slice(later.indexOf('Sentence 5 '), later.indexOf('Sentence 35')).trim(),
    );
  });

  it('keeps surrogate pairs whole', () => {
    const story = 'The bell 🔔 rang at noon and the town listened to it.';
    expect(found('🔔', story, story)).toBe('🔔');
    expect(found('🔔 rang', story.replace('🔔', '🔕'), story)).toBe('🔕 rang');
  });

  it('never puts a passage on a place that shares neither words nor surroundings with it', () => {
    const random = numbers(7);
    const words = ['the', 'bell', 'town', 'hall', 'rang', 'keeper', 'tower', 'noon', 'council', 'said', 'old', 'grant'];
    const text = (length: number) => Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
    for (let round = 0; round < 30; round += 1) {
      const story = text(200);
      const start = Math.floor(random() * 600);
      const anchor = createAnchor(story, start, start + 5 + Math.floor(random() * 80));
      if (anchor) expect(findAnchors(text(400), [anchor])).toEqual([expect.stringMatching(/gone|ambiguous/)]);
    }
  });

  it('finds marks again after random edits elsewhere, each in its own place', () => {
    const random = numbers(11);
    const sentences = Array.from(
      { length: 120 },
      (_, n) => `No. ${n}: the keeper counted ${Math.floor(random() * 9000)} steps.`,
    );
    const story = sentences.join(' ');
    const anchors = sentences.map((sentence) => mark(story, sentence));
    const later = sentences.map((sentence) => (random() < 0.3 ? 'Something else was said here.' : sentence));
    const text = later.join('\n\n');
    for (const [n, result] of findAnchors(text, anchors).entries()) {
      if (later[n] === sentences[n]) expect(result).toMatchObject({ start: text.indexOf(sentences[n] ?? '?') });
      else expect(result).toMatch(/gone|ambiguous/);
    }
  });
});

describe('a hostile text', () => {
  const marks = (story: string) =>
    Array.from({ length: 20 }, (_, n) => createAnchor(story, n * 10, n * 10 + 200) ?? []).flat();

  it('of one letter without end costs no more than another', () => {
    const anchors = marks('a'.repeat(3_000));
    expect(findAnchors('a'.repeat(500_000), anchors)).toHaveLength(20);
    expect(findAnchors(`${'ab'.repeat(250_000)}`, anchors)).toHaveLength(20);
  });

  it('is searched up to a bound', () => {
    const story = `${'x'.repeat(2_000_000)} the bell rang for the first time in forty years, said the keeper`;
    expect(findAnchors(story, [mark(story, 'the bell rang for the first time')])).toEqual(['gone']);
  });
});

/** Random numbers that are the same each time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
