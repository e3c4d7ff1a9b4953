import { expect, test } from 'vitest';
import { readGitHostConfig } from '../../../../src/delivery/targets/git-host/git-host-config.ts';
import {
  recogniseRepository,
  repositoryAddress,
} from '../../../../src/delivery/targets/git-host/recognise-repository.ts';

function recognise(text: string) {
  const address = repositoryAddress(text);
  return address && recogniseRepository(address);
}

const GITHUB = { host: 'github', origin: 'https://github.com', project: 'reader/archive', folder: '' };

test.each([
  ['https://github.com/reader/archive', GITHUB],
  ['https://github.com/reader/archive.git', GITHUB],
  ['https://github.com/reader/archive/', GITHUB],
  ['git@github.com:reader/archive.git', GITHUB],
  ['ssh://git@github.com/reader/archive.git', GITHUB],
  ['https://github.com/reader/archive/tree/main', { ...GITHUB, branch: 'main' }],
  ['https://github.com/reader/archive/tree/main/_posts/2024', { ...GITHUB, branch: 'main', folder: '_posts/2024' }],
  ['https://github.com/reader/archive/blob/main/_posts/a%20b.md', { ...GITHUB, branch: 'main', folder: '_posts' }],
  ['https://github.com/reader/archive/tree/main/%E5%89%AA%E6%8A%A5', { ...GITHUB, branch: 'main', folder: '剪报' }],
  ['https://press.ghe.com/reader/archive', { ...GITHUB, origin: 'https://press.ghe.com' }],
  [
    'https://gitlab.com/readers/press/archive/-/tree/main/content?ref_type=heads',
    {
      host: 'gitlab',
      origin: 'https://gitlab.com',
      project: 'readers/press/archive',
      branch: 'main',
      folder: 'content',
    },
  ],
  [
    'https://git.press.example:8443/readers/archive/-/tree/main',
    {
      host: 'gitlab',
      origin: 'https://git.press.example:8443',
      project: 'readers/archive',
      branch: 'main',
      folder: '',
    },
  ],
  [
    'https://codeberg.org/reader/archive/src/branch/main/_posts',
    { host: 'gitea', origin: 'https://codeberg.org', project: 'reader/archive', branch: 'main', folder: '_posts' },
  ],
  [
    'https://git.press.example/reader/archive/src/branch/main',
    { host: 'gitea', origin: 'https://git.press.example', project: 'reader/archive', branch: 'main', folder: '' },
  ],
  [
    'https://git.press.example/reader/archive.git',
    { origin: 'https://git.press.example', project: 'reader/archive', folder: '' },
  ],
])('%s', (text, config) => {
  const found = recognise(text);
  expect(found?.target).toMatchObject({ kind: 'git-host', config });
  expect(readGitHostConfig(found?.target.config)).toEqual(config);
});

test.each([
  'https://cloud.example/remote.php/dav/files/reader/archive',
  'https://example.org/',
  'https://github.com/reader',
  'https://github.com/reader/archive/tree/--upload-pack=x',
  'https://github.com/reader/archive/tree/main/.github/workflows',
  'https://github.com/..%2f..%2fuser/archive.git',
  'ftp://github.com/reader/archive.git',
  'not an address',
])('%s is no repository', (text) => {
  expect(recognise(text)).toBeUndefined();
});

test('a token in the address is taken out of it', () => {
  const found = recognise('https://reader:token-in-address@github.com/reader/archive.git');
  expect(found?.secret).toBe('token-in-address');
  expect(JSON.stringify(found?.target)).not.toContain('token-in-address');
});

test('asks for the origins of the API, and says where a token is made and what it has to allow', () => {
  expect(recognise('https://github.com/reader/archive')).toMatchObject({
    target: { access: { origins: ['https://api.github.com/*', 'https://codeload.github.com/*'] } },
    secretPage: expect.stringContaining('https://github.com/settings/personal-access-tokens/new'),
    secretScope: 'Contents: Read and write',
  });
  expect(recognise('https://gitlab.press.example/a/b')).toMatchObject({
    target: { access: { origins: ['https://gitlab.press.example/*'] } },
    secretPage: expect.stringContaining('scopes=api'),
  });
});
