import type { Answer, Truth } from './kit.ts';

/** How many blocks of the stories of a set a system lost although the blocks around them stayed. */
export interface InnerLosses {
  readonly blocks: number;
  readonly lost: number;
  /** Lost blocks by the pass that dropped them; `engine` where no pass did. */
  readonly byPass: ReadonlyMap<string, number>;
}

/** A block of fewer letters is too common to be looked up in a text. */
const SHORTEST = 12;

/** So many letters of a removed text are enough to tell which block it was. */
const PREFIX = 24;

/** Counts on the pages whose whole story is known. */
export function countInnerLosses(pages: readonly Truth[], answers: ReadonlyMap<string, Answer>): InnerLosses {
  let blocks = 0;
  let lost = 0;
  const byPass = new Map<string, number>();
  for (const page of pages) {
    const answer = answers.get(page.id);
    const wanted = storyBlocks(page);
    if (!answer || wanted.length === 0) continue;
    const text = letters(answer.text);
    const kept = wanted.map((block) => text.includes(block));
    const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
    blocks += wanted.length;
    for (let i = first + 1; i < last; i++) {
      const block = wanted[i];
      if (kept[i] || block === undefined) continue;
      lost++;
      const pass = passOf(block, answer);
      byPass.set(pass, (byPass.get(pass) ?? 0) + 1);
    }
  }
  return { blocks, lost, byPass };
}

function storyBlocks({ truth }: Truth): string[] {
  return (truth.text ?? truth.words ?? '')
    .split(/\n+/)
    .map(letters)
    .filter((block) => block.length >= SHORTEST);
}

function passOf(block: string, { trace }: Answer): string {
  const dropped = trace?.find(({ text }) => {
    const start = letters(text).slice(0, PREFIX);
    return start.length >= SHORTEST && (block.startsWith(start) || start.startsWith(block.slice(0, PREFIX)));
  });
  return dropped?.pass ?? 'engine';
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
