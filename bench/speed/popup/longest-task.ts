import type { CDPSession } from 'puppeteer-core';
import * as v from 'valibot';
import type { Served } from '../quiet-page.ts';
import { median } from '../statistics.ts';
import { openPopupBrowser } from './popup-browser.ts';
import type { TimedPopup } from './popups.ts';

/** A task of Chromium's trace: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
const TASK = v.object({ name: v.literal('RunTask'), pid: v.number(), tid: v.number(), tdur: v.number() });

const THREAD = v.object({
  name: v.literal('thread_name'),
  pid: v.number(),
  tid: v.number(),
  args: v.object({ name: v.literal('CrRendererMain') }),
});

/** Names the process of the traced page. */
const START = v.object({
  name: v.literal('TracingStartedInBrowser'),
  args: v.object({ data: v.object({ frames: v.array(v.object({ processId: v.number() })) }) }),
});

/** A popup waits for the largest pages too, in milliseconds. */
const LONGEST = 60_000;

/**
 * The longest task of the page's main thread while a popup clips it, in milliseconds of its CPU: the tab can do nothing
 * else meanwhile. Medians over the pages, by the popups' names.
 */
export async function measureLongestTask(
  pages: readonly Served[],
  popupsIn: (home: string) => Promise<readonly TimedPopup[]>,
): Promise<ReadonlyMap<string, number>> {
  const browser = await openPopupBrowser(pages, popupsIn);
  const longest = new Map<string, number[]>(browser.popups.map(({ name }) => [name, []]));
  try {
    for (let at = 0; at < pages.length; at++) {
      for (const popup of browser.popups) {
        await browser.open(at);
        const stop = await trace(browser.session);
        const opening = await browser.press(popup, LONGEST);
        const task = longestTask(await stop());
        if (opening) longest.get(popup.name)?.push(task);
        else console.error(`${popup.name} shows no text of ${pages[at]?.url}`);
      }
    }
    return new Map([...longest].map(([name, tasks]) => [name, median(tasks)]));
  } finally {
    await browser.close();
  }
}

/** Begins a trace of the page's tasks. Returns what ends it and reads its events. */
async function trace(session: CDPSession): Promise<() => Promise<readonly unknown[]>> {
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'], excludedCategories: ['*'] },
  });
  return async () => {
    const ended = new Promise<string | undefined>((resolve) => {
      session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream));
    });
    await session.send('Tracing.end');
    const handle = await ended;
    if (handle === undefined) throw new Error('Chromium returned no trace');
    let text = '';
    for (let end = false; !end; ) {
      const part = await session.send('IO.read', { handle });
      text += part.data;
      end = part.eof;
    }
    await session.send('IO.close', { handle });
    return v.parse(v.object({ traceEvents: v.array(v.unknown()) }), JSON.parse(text)).traceEvents;
  };
}

function longestTask(events: readonly unknown[]): number {
  const start = events.find((event) => v.is(START, event));
  const page = start?.args.data.frames[0]?.processId;
  const thread = events.filter((event) => v.is(THREAD, event)).find(({ pid }) => pid === page);
  const tasks = events
    .filter((event) => v.is(TASK, event))
    .filter(({ pid, tid }) => pid === page && tid === thread?.tid);
  if (tasks.length === 0) throw new Error("the trace has no task of the page's main thread");
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}
