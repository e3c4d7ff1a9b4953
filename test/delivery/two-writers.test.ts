import { expect, test } from 'vitest';
import { type Naming, namesOf, putUnderFreeName } from '../../src/delivery/put-under-free-name.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../src/delivery/targets/folder/handle-directory.ts';
import type { FileHandle, FolderHandle } from '../../src/delivery/targets/folder/handles.ts';
import { fakeFolder } from '../fakes/folder-handle.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

/**
 * Two browsers write stories of one name into one real folder, one call of the folder at a time, in a chosen order: the
 * model of all that two writers can do to each other. A wait of a writer lets the other one on.
 */

/** Random orders to try. `SCHEDULES=20000` is the long run. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 150);
const WRITERS = ['a', 'b'] as const;

type Writer = (typeof WRITERS)[number];

/** Chooses who goes next of those that want to, by the number of the step; `last` went before. */
type Order = (step: number, ready: readonly Writer[], last: Writer | undefined) => Writer;

/** Lets writers take turns. */
function scheduler(order: Order) {
  const ready = new Map<Writer, { readonly go: () => void; readonly isWaiting: boolean }>();
  const active = new Set<Writer>(WRITERS);
  let step = 0;
  let last: Writer | undefined;
  function next(): void {
    if (active.size === 0 || ready.size < active.size) return;
    const eager = [...ready.keys()].filter((writer) => !ready.get(writer)?.isWaiting);
    const writer = order(step++, eager.length > 0 ? eager : [...ready.keys()], last);
    const turn = ready.get(writer);
    ready.delete(writer);
    last = writer;
    turn?.go();
  }
  return {
    steps: () => step,
    turn: (writer: Writer, isWaiting = false) =>
      new Promise<void>((go) => {
        ready.set(writer, { go, isWaiting });
        next();
      }),
    end(writer: Writer): void {
      active.delete(writer);
      next();
    },
  };
}

/** A folder whose every call waits for the writer's turn. */
function inTurn<T extends FolderHandle | FileHandle | object>(handle: T, turn: () => Promise<void>): T {
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = (...given: unknown[]): unknown => Reflect.apply(value, target, given);
      return (...given: unknown[]) => (name === 'values' ? listInTurn(call, given) : callInTurn(call, given));
    },
  });

  async function callInTurn(call: (...given: unknown[]) => unknown, given: unknown[]): Promise<unknown> {
    await turn();
    const result: unknown = await call(...given);
    const isHandle = typeof result === 'object' && result !== null && !(result instanceof Blob);
    return isHandle ? inTurn(result, turn) : result;
  }

  async function* listInTurn(call: (...given: unknown[]) => unknown, given: unknown[]) {
    await turn();
    for await (const entry of call(...given) as AsyncIterable<FolderHandle | FileHandle>) yield inTurn(entry, turn);
  }
}

/** Writes one post each, in the order given. Returns the number of steps, and the posts that are lost or doubled. */
async function run(order: Order) {
  const folder = temporaryFolder(() => {});
  const turns = scheduler(order);
  const written = WRITERS.map(async (writer) => {
    const turn = () => turns.turn(writer);
    const directory = handleDirectory(inTurn(fakeFolder(folder.path).handle, turn), {
      owner: writer,
      pause: () => turns.turn(writer, true),
    });
    const naming: Naming = {
      names: namesOf('story.md'),
      filesAt: (path) => [{ path, content: `The story of ${writer}.` }],
      expectationFor: async () => ({ kind: 'absent' }),
    };
    try {
      await putUnderFreeName(folderTarget({ id: writer, directory }), naming, new AbortController().signal);
    } finally {
      turns.end(writer);
    }
  });
  await Promise.all(written);
  const files = folder.files();
  folder.remove('');
  return { steps: turns.steps(), files };
}

const BOTH = ['The story of a.', 'The story of b.'];

/** Goes on with the writer that went before, but for the steps at which the other one is let on. */
function switchingAt(first: Writer, steps: readonly number[]): Order {
  return (step, ready, last) => {
    const stays = ready.find((writer) => writer === (last ?? first));
    const other = ready.find((writer) => writer !== (last ?? first));
    return (steps.includes(step) ? other : stays) ?? ready[0] ?? first;
  };
}

async function expectNothingLost(order: Order, what: string): Promise<number> {
  const { steps, files } = await run(order);
  expect(Object.values(files).sort(), what).toEqual(BOTH);
  expect(Object.keys(files).sort(), what).toEqual(['story-2.md', 'story.md']);
  return steps;
}

test('one writer held up at any step, while the other one does all of its work, loses nothing', async () => {
  let steps = await expectNothingLost(switchingAt('a', []), 'one after the other');
  for (let at = 0; at < steps; at++) steps = Math.max(steps, await expectNothingLost(switchingAt('a', [at]), `${at}`));
});

test(`${SCHEDULES} random orders of two writers lose nothing and leave nothing behind`, async () => {
  let state = 1;
  // Park and Miller's generator: the same orders in every run.
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let n = 0; n < SCHEDULES; n++) {
    const rarely = 0.05 + (n % 10) / 15;
    await expectNothingLost((_step, ready, last) => {
      const other = ready.find((writer) => writer !== last);
      return (random() < rarely ? other : ready.find((writer) => writer === last)) ?? ready[0] ?? 'a';
    }, `order ${n}`);
  }
});

test('every pair of steps at which two writers change turns loses nothing', {
  skip: !process.env['SCHEDULES'],
}, async () => {
  const steps = await expectNothingLost(switchingAt('a', []), 'one after the other');
  for (let one = 0; one < steps; one++) {
    for (let two = one + 1; two < steps + 20; two++)
      await expectNothingLost(switchingAt('a', [one, two]), `${one}, ${two}`);
  }
});
