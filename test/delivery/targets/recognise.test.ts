import { describe, expect, test } from 'vitest';
import { recogniseS3 } from '../../../src/delivery/targets/s3/recognise-s3.ts';
import { recogniseWebdav } from '../../../src/delivery/targets/webdav/recognise-webdav.ts';

describe('an address of a WebDAV folder', () => {
  test.each([
    [
      'https://cloud.example/remote.php/dav/files/lin/Notes',
      'https://cloud.example/remote.php/dav/files/lin/Notes/',
      'Nextcloud',
      'lin',
      [],
    ],
    [
      'https://cloud.example/sub/index.php/apps/files/?dir=/News%20clips&fileid=7',
      'https://cloud.example/sub/remote.php/webdav/News%20clips/',
      'Nextcloud',
      undefined,
      ['username'],
    ],
    [
      'https://cloud.example/remote.php/webdav/Notes/',
      'https://cloud.example/remote.php/webdav/Notes/',
      'ownCloud',
      undefined,
      ['username'],
    ],
    ['https://www.jianguoyun.com/#/', 'https://dav.jianguoyun.com/dav/', '坚果云', undefined, ['username', 'path']],
    [
      'https://dav.jianguoyun.com/dav/clips',
      'https://dav.jianguoyun.com/dav/clips/',
      '坚果云',
      undefined,
      ['username'],
    ],
    ['https://nas.example:5006/', 'https://nas.example:5006/', 'Synology', undefined, ['username', 'path']],
    ['http://127.0.0.1:8080/notes', 'http://127.0.0.1:8080/notes/', undefined, undefined, ['username']],
  ])('%s', (address, url, product, username, missing) => {
    const found = recogniseWebdav(new URL(address));
    expect(found?.target.config).toEqual({ url, ...(username === undefined ? {} : { username }) });
    expect(found?.product).toBe(product);
    expect(found?.missing).toEqual(missing);
  });

  test('a password in it goes to the secrets and nowhere else', () => {
    const found = recogniseWebdav(new URL('https://lin:open%20sesame@nas.example/notes/'));
    expect(found?.secret).toBe('open sesame');
    expect(JSON.stringify(found?.target)).not.toContain('sesame');
    expect(found?.target).toMatchObject({
      access: { by: 'origins', origins: ['https://nas.example/*'] },
      config: { url: 'https://nas.example/notes/', username: 'lin' },
    });
  });
});

describe('an address of a bucket', () => {
  const R2 = 'https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com';
  test.each([
    [
      'https://archive.s3.eu-central-1.amazonaws.com/posts/news/',
      'https://s3.eu-central-1.amazonaws.com',
      'archive',
      'eu-central-1',
      'host',
      'posts/news/',
    ],
    [
      'https://s3.eu-central-1.amazonaws.com/archive',
      'https://s3.eu-central-1.amazonaws.com',
      'archive',
      'eu-central-1',
      'path',
      '',
    ],
    ['https://my.archive.s3.amazonaws.com/', 'https://s3.amazonaws.com', 'my.archive', 'us-east-1', 'host', ''],
    ['s3://archive/posts', 'https://s3.us-east-1.amazonaws.com', 'archive', 'us-east-1', 'path', 'posts/'],
    [`${R2}/archive/posts`, R2, 'archive', 'auto', 'path', 'posts/'],
    [
      'https://s3.us-west-004.backblazeb2.com/archive/',
      'https://s3.us-west-004.backblazeb2.com',
      'archive',
      'us-west-004',
      'path',
      '',
    ],
  ])('%s', (address, endpoint, bucket, region, style, prefix) => {
    expect(recogniseS3(new URL(address))?.target.config).toEqual({
      endpoint,
      bucket,
      region,
      style,
      prefix,
      accessKeyId: '',
    });
  });

  test('any other host may be anything', () => {
    expect(recogniseS3(new URL('https://storage.example/archive/'))).toBeUndefined();
  });
});
