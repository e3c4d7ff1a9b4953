import { describe, expect, test } from 'vitest';
import { urlKeyOf } from '../../../src/library/model/identity.ts';

const STORY = 'https://news.example/china/story-42';

describe('one story', () => {
  test.each([
    'http://news.example/china/story-42',
    'https://www.news.example/china/story-42/',
    'https://m.news.example/china/story-42',
    'https://amp.news.example/china/story-42',
    'https://news.example:443/china/story-42#comments',
    'https://reader:secret@news.example/china/story-42',
    'https://NEWS.example/china/story-42?utm_source=app&fbclid=x',
    'https://news.example/china/story-42?amp=1',
    'https://news.example/china/story-42/amp/',
    'https://news.example/amp/china/story-42',
    'https://news.example/china/story-42/index.html',
    'https://www-news-example.cdn.ampproject.org/c/s/www.news.example/china/story-42',
    'https://www.google.com/amp/s/amp.news.example/china/story-42',
    '  https://news.example/china/story-42 ',
  ])('%s', (address) => {
    expect(urlKeyOf(address)).toBe(urlKeyOf(STORY));
  });

  test('in any order and spelling of its query', () => {
    expect(urlKeyOf('https://a.example/s?id=7&page=2')).toBe(urlKeyOf('https://a.example/s?page=2&utm_medium=x&id=7'));
    expect(urlKeyOf('https://a.example/%E4%B8%AD%E6%96%87')).toBe(urlKeyOf('https://a.example/中文'));
    expect(urlKeyOf('https://a.example/story.amp.html')).toBe(urlKeyOf('https://a.example/story.html'));
  });
});

describe('another story', () => {
  test.each([
    'https://news.example/china/story-43',
    'https://sport.news.example/china/story-42',
    'https://news.example/china/story-42?id=2',
    'https://news.example/china/Story-42',
    'https://news.example:8443/china/story-42',
    'https://news.example/china/story-42#!/other',
    'https://www.google.com/maps/s/news.example/china/story-42',
  ])('%s', (address) => {
    expect(urlKeyOf(address)).not.toBe(urlKeyOf(STORY));
  });

  test('cid, id and p name stories in many systems', () => {
    expect(urlKeyOf('https://a.example/read?cid=1')).not.toBe(urlKeyOf('https://a.example/read?cid=2'));
  });
});

test('what is no web address is its own identity', () => {
  expect(urlKeyOf('file:///home/reader/story.html')).toBe('file:///home/reader/story.html');
  expect(urlKeyOf('not an address')).toBe('not an address');
  expect(urlKeyOf('https://a.example/%E4%B')).toBe('a.example/%E4%B');
});
