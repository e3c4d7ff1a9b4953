import type { Picture } from '../model/picture.ts';
import { relinkImages } from './local-images.ts';
import { besidePost, nthOf } from './nth-path.ts';
import type { Post, PostAsset } from './to-post.ts';
import { metaPath } from './writable-path.ts';

/** A file of a post: the post itself, its keys where they are apart, or a picture. */
export interface PostFile {
  /** Below the target folder, `/`-separated. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Returns all files of a post at `path`, the post first. A picture that is not available stays a link to where
 * it is: a post never shows a file that is not there.
 *
 * @param pictures by their addresses
 * @param path where the post will be written: its own path, or another name because that one was taken
 */
export function postFiles(
  post: Pick<Post, 'path' | 'text' | 'meta' | 'assets'>,
  pictures: ReadonlyMap<string, Picture>,
  path: string,
): readonly [PostFile, ...PostFile[]] {
  const links = new Map<string, string>();
  const files: PostFile[] = post.meta === undefined ? [] : [{ path: metaPath(path), content: post.meta }];
  for (const asset of post.assets) {
    const picture = pictures.get(asset.url);
    const placed = picture && placePicture(asset, picture, post.path, path);
    links.set(asset.link, placed?.link ?? asset.url);
    if (placed) files.push({ path: placed.path, content: picture.bytes });
  }
  const changed = new Map([...links].filter(([before, after]) => before !== after));
  return [{ path, content: changed.size === 0 ? post.text : relinkImages(post.text, changed) }, ...files];
}

/**
 * A picture's own name, with the extension that its bytes call for. In a bundle it is beside its post, wherever that
 * is; elsewhere it takes the number that its post took, since the post of that name has pictures there too.
 */
function placePicture(asset: PostAsset, { type }: Picture, planned: string, path: string): PostAsset {
  const beside = besidePost(asset.path, planned, path);
  const name = asset.path.slice(asset.path.lastIndexOf('/') + 1);
  // A link that does not say the file's name cannot follow a change of it.
  if (!asset.link.endsWith(name)) return { ...asset, path: beside };
  const [stem = '', extension = ''] = name.split(/\.(?=[^.]*$)/);
  const nth = beside === asset.path ? nthOf(planned, path) : 1;
  const isRight = extension.replace('jpeg', 'jpg') === type;
  const renamed = `${stem}${nth > 1 ? `-${nth}` : ''}.${isRight ? extension : type}`;
  const rename = (text: string): string => text.slice(0, -name.length) + renamed;
  return { ...asset, path: rename(beside), link: rename(asset.link) };
}
