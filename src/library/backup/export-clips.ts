import { nthPath } from '../../core/post/nth-path.ts';
import { postFiles } from '../../core/post/post-files.ts';
import { foldPath } from '../../core/text/fold-path.ts';
import { keptPictures } from '../commands/pictures.ts';
import { readWholeClip } from '../queries/read-whole-clip.ts';
import type { Library } from '../store/database.ts';
import { counted, type ExportRun } from './export-run.ts';
import { packZip, type ZipEntry } from './pack-zip.ts';

/** The posts of clips as a zip, with their pictures, at the paths that they have in a folder; a second post of one path gets a number. */
export function exportPosts(library: Library, ids: readonly string[], run: ExportRun = {}): Promise<Blob> {
  return packZip(posts(library, ids, run));
}

async function* posts(library: Library, ids: readonly string[], run: ExportRun): AsyncGenerator<ZipEntry> {
  const taken = new Set<string>();
  for (const id of counted(ids, run)) {
    const post = (await readWholeClip(library, id))?.post;
    if (!post) continue;
    const path = freePath(post.path, taken);
    const files = postFiles(post, await keptPictures(library, id), path);
    for (const { path: name, content } of files) {
      // Two posts may show one picture in one place: it is packed once.
      if (!taken.has(foldPath(name))) yield { name, content };
      taken.add(foldPath(name));
    }
  }
}

function freePath(path: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = nthPath(path, n);
    if (!taken.has(foldPath(candidate))) return candidate;
  }
}

/** Clips as JSON for other programs: what was clipped, what the user made of it, and its post. */
export async function exportJson(library: Library, ids: readonly string[], run: ExportRun = {}): Promise<Blob> {
  const parts: string[] = [];
  for (const id of counted(ids, run)) {
    const whole = await readWholeClip(library, id);
    if (!whole) continue;
    const { deliveries: _ofThisBrowser, ...clip } = whole;
    parts.push(JSON.stringify(clip, null, 2));
  }
  return new Blob(['[\n', parts.join(',\n'), '\n]\n'], { type: 'application/json' });
}
