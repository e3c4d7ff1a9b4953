import { isUtf8 } from 'node:buffer';
import { urlKeyOf } from '../../library/model/identity.ts';
import { readPost } from '../../library/posts/read-post.ts';
import { addressIn } from '../follow/archive-addresses.ts';
import { dateProblem } from './date-problem.ts';
import { frontMatterProblem, secondFrontMatter } from './front-matter-problem.ts';
import { permalinkOf } from './permalink.ts';
import { dividePost } from './post-text.ts';
import type { Problem } from './problem.ts';
import type { ArchiveFile } from './read-archive.ts';
import type { SiteConfig } from './site-config.ts';
import { slotProblem } from './slot-problem.ts';
import { unreadableDate } from './unreadable-date.ts';

/** A post that was looked at. */
export interface CheckedPost {
  readonly path: string;
  readonly problems: readonly Problem[];
  /** Key of the story's address, where the post names one. */
  readonly story?: string;
  readonly permalink?: string;
}

/** Looks for the faults that a post has by itself. */
export function checkPost({ path, bytes }: ArchiveFile, site: SiteConfig, zone?: number): CheckedPost {
  if (!isUtf8(bytes)) return { path, problems: [{ kind: 'front-matter', message: 'The file is not UTF-8.' }] };
  const post = dividePost(bytes.toString('utf8'));
  const fields = readPost(post.text);
  // Without a program that builds them, files may well be notes.
  const broken = post.yaml || site.program !== 'other' ? frontMatterProblem(post, fields) : undefined;
  const found = [broken, secondFrontMatter(post), unreadableDate(post), dateProblem(post, zone), slotProblem(post)];
  const problems = found.filter((one) => one !== undefined);
  const yaml = post.yaml ? post.text.slice(post.yaml.start, post.yaml.end) : '';
  const stated = { permalink: scalarOf(yaml, 'permalink') ?? scalarOf(yaml, 'url'), slug: scalarOf(yaml, 'slug') };
  const permalink = permalinkOf(
    {
      path,
      categories: fields.categories,
      ...(stated.permalink === undefined || /^https?:/i.test(stated.permalink) ? {} : { permalink: stated.permalink }),
      ...(stated.slug === undefined ? {} : { slug: stated.slug }),
      ...(fields.date === undefined ? {} : { date: fields.date }),
    },
    site,
  );
  // Front matter that cannot be read still has its line: a post that is there twice may well be broken, too.
  const address = fields.url ?? addressIn(post.text);
  return {
    path,
    problems,
    ...(address === undefined ? {} : { story: urlKeyOf(address) }),
    ...(permalink === undefined ? {} : { permalink }),
  };
}

function scalarOf(yaml: string, key: string): string | undefined {
  const value = new RegExp(`^${key}:[ \\t]+(.*?)[ \\t]*\\r?$`, 'm').exec(yaml)?.[1];
  return value?.replace(/^(["'])(.*)\1$/, '$2');
}
