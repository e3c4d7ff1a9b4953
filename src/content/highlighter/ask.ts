import type { HighlightAnswer } from '../../core/model/highlight-request.ts';

/** The part of the extension API that a content script needs; browsers name it in one of two ways. */
interface Extension {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Asks the background, and answers why where nothing was kept: also where the extension was reloaded meanwhile. */
export async function ask(name: string, ...args: readonly unknown[]): Promise<HighlightAnswer> {
  try {
    const answer = await extension().runtime.sendMessage({ name, args });
    if (isAnswer(answer)) return answer;
    return { isKept: false, why: '' };
  } catch (error) {
    return { isKept: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function extension(): Extension {
  return Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
}

function isAnswer(value: unknown): value is HighlightAnswer {
  return typeof value === 'object' && value !== null && 'isKept' in value;
}
