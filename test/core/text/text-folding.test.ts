import { describe, expect, it } from 'vitest';
import { beginsUpper, EAST_ASIAN_LETTERS, LETTERS, lettersOf } from '../../../src/core/text/text-folding.ts';

const letter = new RegExp(`^[${LETTERS}]$`);
const eastAsian = new RegExp(`^[${EAST_ASIAN_LETTERS}]$`);

describe('letters without Unicode’s classes', () => {
  it.each([...'aZéßøŁЖωא字々あカ한'])('have %s among them', (character) => {
    expect(letter.test(character)).toBe(true);
  });

  it.each([...' 1.,:–—“”’«»·•×÷（）。、「」！'])('leave out “%s”', (character) => {
    expect(letter.test(character)).toBe(false);
  });

  it('tell East Asian ones', () => {
    expect([...'字々あカ한'].every((character) => eastAsian.test(character))).toBe(true);
    expect([...'aéЖ。1'].some((character) => eastAsian.test(character))).toBe(false);
  });
});

describe('the letters of a text', () => {
  it.each([
    ['Bridge opens: “late”, at 9', 'bridgeopenslateat9'],
    ['Brücke – geöffnet', 'brückegeöffnet'],
    ['渡轮，晚点（图）', '渡轮晚点图'],
    ['Мост открыт!', 'мостоткрыт'],
    ['№ 5 ½', 'no512'],
  ])('%s', (text, letters) => {
    expect(lettersOf(text)).toBe(letters);
  });

  it('may begin with a capital', () => {
    expect(['Ann', 'Émile', 'Жук'].every(beginsUpper)).toBe(true);
    expect(['ann', '林', '“Ann', '', '5'].some(beginsUpper)).toBe(false);
  });
});
