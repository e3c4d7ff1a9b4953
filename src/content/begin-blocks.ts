import { openBlocks, type Picked } from '../core/blocks/block-session.ts';
import type { BlockSession, BlockTask } from '../core/model/page-blocks.ts';
import { PICK_KEY, TASK_KEY } from '../core/model/task-key.ts';
import { copyOf } from './copy-of.ts';
import type { Pick } from './pick.ts';

/**
 * Begins what the task left in this world asks for, with what the user has picked on the page. The task is used up: a rule
 * that was deleted since is not applied to the next clip.
 *
 * @param copy of the page.
 */
export function beginBlocks(copy: Document, url: string): BlockSession | undefined {
  const task: BlockTask | undefined = ownValue(TASK_KEY);
  const pick: Pick | null | undefined = ownValue(PICK_KEY);
  Reflect.deleteProperty(globalThis, TASK_KEY);
  if (!task && !pick) return undefined;
  return openBlocks(copy, url, task ?? {}, pick ? pickedIn(copy, pick) : undefined);
}

/** Own properties only: an element of the page may have that name. */
function ownValue<T>(key: string): T | undefined {
  return Object.hasOwn(globalThis, key) ? Reflect.get(globalThis, key) : undefined;
}

function pickedIn(copy: Document, { story, parts }: Pick): Picked {
  const storyCopy = story && copyOf(story, copy);
  return {
    ...(storyCopy ? { story: storyCopy } : {}),
    parts: parts.flatMap((part) => copyOf(part, copy) ?? []),
  };
}
