import { expect, test } from 'vitest';
import type { Target } from '../../src/delivery/target.ts';
import type { Fault, FaultyLine, SeenRequest } from '../servers/faulty-line.ts';
import type { OutsideView } from './contract.ts';
import { outboxClient } from './outbox-client.ts';

/** A target behind a faulty line, and what its place really holds. */
export interface FaultyBench {
  readonly target: Target;
  readonly line: FaultyLine;
  readonly folder: OutsideView;
}

const FIRST = '渡轮星期一恢复行驶。\n'.repeat(20);
const SECOND = `${FIRST}更正：星期二。\n`;

const STEP = Number(process.env['EVERY_BYTE'] ?? 0);
/** A little more than the post has: 30 bytes a line. */
const MOST_BYTES = 640;

let count = 0;

/** No path twice: a lock that a fault has left on one would meet the next test. */
function nextPath(): string {
  return `_posts/2024-03-01-渡轮-${String(++count).padStart(4, '0')}.md`;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'cut on the way there': { kind: 'cut-request', after: 40 },
  'cut on the way back': { kind: 'cut-answer', after: 7 },
  'done, and its answer lost': { kind: 'lost-answer' },
  'sent twice': { kind: 'twice' },
  late: { kind: 'delay', milliseconds: 30 },
  'answered with 503': { kind: 'answer', status: 503 },
  'answered with 429': { kind: 'answer', status: 429, headers: { 'Retry-After': '1' } },
  'refused for a full disk': { kind: 'answer', status: 507 },
};

/**
 * What holds on a bad line: each request of a delivery in turn goes wrong, in each way, once; then the line is good
 * again. Whatever happened, the post is there once, whole, and the outbox says so.
 *
 * @param mayStay whether a fault at this request may leave something behind that only time or a person clears away.
 */
export function describeBadLine(
  open: () => Promise<FaultyBench>,
  mayStay: (request: SeenRequest, fault: Fault) => boolean = () => false,
): void {
  for (const [name, fault] of Object.entries(FAULTS)) {
    test(`a new post arrives once where a request is ${name}`, async () => {
      const bench = await open();
      await eachRequest(bench, fault, async (isExcused) => {
        const client = outboxClient(bench.target);
        const path = nextPath();
        await client.save('ferry', path, FIRST);
        const rows = await client.deliver();
        await expectKept(bench, path, FIRST, rows[0]?.state, isExcused());
      });
    });

    test(`an update arrives whole where a request is ${name}`, async () => {
      const bench = await open();
      await eachRequest(
        bench,
        fault,
        async (isExcused, arm) => {
          const client = outboxClient(bench.target);
          const path = nextPath();
          await client.save('ferry', path, FIRST);
          expect(await client.deliver()).toMatchObject([{ state: 'done' }]);
          await client.save('ferry', path, SECOND);
          arm();
          const rows = await client.deliver();
          await expectKept(bench, path, SECOND, rows[0]?.state, isExcused());
        },
        'armed later',
      );
    });
  }

  // The long run, outside CI: `EVERY_BYTE=1` cuts at every byte, `EVERY_BYTE=40` at every fortieth.
  test.runIf(STEP > 0)(
    `a new post arrives once where a request is cut at any byte (every ${STEP})`,
    async () => {
      const bench = await open();
      for (let after = 0; after <= MOST_BYTES; after += STEP) {
        for (const kind of ['cut-request', 'cut-answer'] as const) {
          await eachRequest(bench, { kind, after }, async (isExcused) => {
            const client = outboxClient(bench.target);
            const path = nextPath();
            await client.save('ferry', path, FIRST);
            const rows = await client.deliver();
            await expectKept(bench, path, FIRST, rows[0]?.state, isExcused());
          });
        }
      }
    },
    3_600_000,
  );

  async function eachRequest(
    { line, folder }: FaultyBench,
    fault: Fault,
    body: (isExcused: () => boolean, arm: () => void) => Promise<void>,
    start: 'armed' | 'armed later' = 'armed',
  ): Promise<void> {
    for (let run = 1; ; run++) {
      let hit: SeenRequest | undefined;
      const arm = (): void => {
        line.reset();
        line.fault = (request) => {
          if (request.number !== run) return undefined;
          hit = request;
          return fault;
        };
      };
      line.reset();
      if (start === 'armed') arm();
      await body(() => hit !== undefined && mayStay(hit, fault), arm);
      line.reset();
      for (const path of Object.keys(await folder.files())) await folder.remove(path);
      if (!hit) {
        expect(run).toBeGreaterThan(4);
        return;
      }
    }
  }
}

/**
 * A server that writes in place may make the file of an upload that was cut off after we have removed it: what remains
 * under a temporary name is shorter than the post, and never one.
 */
function withoutCutUploads(files: Record<string, string>): Record<string, string> {
  const isCut = ([path, text]: [string, string]) => /jianbao-[\da-f-]+\.tmp$/.test(path) && text.length < FIRST.length;
  return Object.fromEntries(Object.entries(files).filter((entry) => !isCut(entry)));
}

async function expectKept(
  { folder }: FaultyBench,
  path: string,
  text: string,
  state: string | undefined,
  isExcused: boolean,
): Promise<void> {
  const files = withoutCutUploads(await folder.files());
  if (!isExcused) {
    expect(files).toEqual({ [path]: text });
    expect(state).toBe('done');
    return;
  }
  // Nothing is lost: a row that says done is true, any other waits, and what is there is whole.
  const kept = files[path];
  if (state === 'done') expect(kept).toBe(text);
  else expect([undefined, FIRST, SECOND]).toContain(kept);
}
