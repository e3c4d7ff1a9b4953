import type { Library } from './database.ts';
import { readWholeClip } from './delete-clips.ts';
import { packZip, type ZipEntry } from './zip.ts';

/** The posts of clips as a zip, at the paths that they have in a folder; a second post of one path gets a number. */
export function exportPosts(library: Library, ids: readonly string[]): Promise<Blob> {
  return packZip(posts(library, ids));
}

async function* posts(library: Library, ids: readonly string[]): AsyncGenerator<ZipEntry> {
  const taken = new Set<string>();
  for (const id of ids) {
    const post = (await readWholeClip(library, id))?.post;
    if (!post) continue;
    const name = freeName(post.path, taken);
    taken.add(name.normalize('NFC').toLowerCase());
    yield { name, content: post.text };
  }
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  for (let n = 1; ; n++) {
    const name = n === 1 ? path : `${path.slice(0, dot)}-${n}${path.slice(dot)}`;
    if (!taken.has(name.normalize('NFC').toLowerCase())) return name;
  }
}

/** Clips as JSON for other programs: what was clipped, what the user made of it, and its post. */
export async function exportJson(library: Library, ids: readonly string[]): Promise<Blob> {
  const parts: string[] = [];
  for (const id of ids) {
    const whole = await readWholeClip(library, id);
    if (!whole) continue;
    const { deliveries: _ofThisBrowser, ...clip } = whole;
    parts.push(JSON.stringify(clip, null, 2));
  }
  return new Blob(['[\n', parts.join(',\n'), '\n]\n'], { type: 'application/json' });
}
