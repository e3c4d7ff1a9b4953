import { expect, it } from 'vitest';
import { readRobots } from '../../../src/cli/network/robots-rules.ts';

/** Whether a `robots.txt` of these lines lets this program fetch a path. */
async function allows(path: string, ...lines: string[]): Promise<boolean> {
  const url = new URL(path, 'https://a.example');
  return (await readRobots(url, async () => new Response(lines.join('\n')))).allows(url);
}

it('does not end a group at a sitemap', async () => {
  const lines = ['User-agent: Jianbao', 'Sitemap: https://a.example/map.xml', 'User-agent: other', 'Disallow: /drafts'];
  expect(await allows('/drafts/1', ...lines)).toBe(false);
  expect(await allows('/story', ...lines)).toBe(true);
});

it.each([
  ['/foo/bar/baz', '/foo/bar/%62%61%7A', false],
  ['/foo/bar/%62%61%7a', '/foo/bar/baz', false],
  ['/~joe/1', '/%7Ejoe', false],
  ['/a%2Fb', '/a/b', true],
  ['/a/b', '/a%2Fb', true],
  ['/路/1', '/路', false],
  ['/路/1', '/%E8%B7%AF', false],
])('%s beside “Disallow: %s”: %s', async (path, rule, isAllowed) => {
  expect(await allows(path, 'User-agent: *', `Disallow: ${rule}`)).toBe(isAllowed);
});
