/** Classes by which the clean HTML of a story says that an item of a list is a task, and whether it is done. */
export const TASK_OPEN = 'task-open';
export const TASK_DONE = 'task-done';

/** Returns a task's mark in Markdown; nothing for any other item. */
export function taskMark(item: Element): '[ ]' | '[x]' | undefined {
  if (item.classList.contains(TASK_DONE)) return '[x]';
  return item.classList.contains(TASK_OPEN) ? '[ ]' : undefined;
}
