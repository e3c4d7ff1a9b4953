import type { Job } from './programs/save-posts.ts';

/** A post of one paragraph, with the address that tells whose file it is. */
export function storyText(url: string, words: string): string {
  return `---\ntitle: ${JSON.stringify(words)}\nfrom: ${url}\n---\n\n${words}\n`;
}

/** Stories of one writer. Those of all writers have the same names. */
export function jobsOf(folder: string, writer: string, count: number): Job[] {
  return Array.from({ length: count }, (_, n) => {
    const url = `https://news.example/${writer}/${n}`;
    return { folder, path: `_posts/2024-03-01-story-${n}.md`, url, text: storyText(url, `Story ${n} of ${writer}.`) };
  });
}
