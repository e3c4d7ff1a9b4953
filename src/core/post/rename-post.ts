import { byteLength, cutToBytes, MAX_NAME_BYTES } from './file-name.ts';
import type { Post } from './to-post.ts';

/**
 * The same post under the next name, `…-2.md`, `…-3.md`: for another story that has the first one's name. Of a page
 * bundle (`…/index.md`) the folder is renamed, and the pictures in it move along.
 *
 * @param n the number to add, from 2
 */
export function renamePost(post: Post, n: number): Post {
  const folders = post.path.split('/');
  const name = folders.pop() ?? '';
  const isBundle = /^_?index\.\w+$/.test(name) && folders.length > 0;
  if (!isBundle) return { ...post, path: [...folders, withNumber(name, n)].join('/') };
  const old = folders.join('/');
  const bundle = [...folders.slice(0, -1), withNumber(folders.at(-1) ?? '', n)].join('/');
  const move = (path: string): string => (path.startsWith(`${old}/`) ? `${bundle}${path.slice(old.length)}` : path);
  return {
    ...post,
    path: move(post.path),
    assets: post.assets.map((asset) => ({ ...asset, path: move(asset.path) })),
  };
}

function withNumber(name: string, n: number): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  const tail = `-${n}${extension}`;
  const stem = cutToBytes(name.slice(0, name.length - extension.length), MAX_NAME_BYTES - byteLength(tail));
  return `${stem.replace(/[-. ]+$/, '')}${tail}`;
}
