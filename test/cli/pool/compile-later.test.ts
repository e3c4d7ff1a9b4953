import { execFileSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { beforeEach, expect, it, vi } from 'vitest';
import { compileLater } from '../../../src/cli/pool/compile-later.ts';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

const setFlags = vi.mocked(setFlagsFromString);

beforeEach(() => setFlags.mockClear());

it.each([
  ['20.19.0', '--interrupt-budget=270336'],
  ['22.12.0', '--invocation-count-for-turbofan=12000'],
])('has V8 of Node %s compile later', (node, flag) => {
  compileLater(4, node);
  expect(setFlags.mock.calls).toEqual([[flag]]);
});

it.each(['18.20.0', '24.1.0', '100.0.0'])('tells V8 of Node %s nothing', (node) => {
  compileLater(4, node);
  expect(setFlags).not.toHaveBeenCalled();
});

it('names no flag that the V8 of this Node does not know: it would say so on standard error', () => {
  compileLater(4);
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const [flag = ''] of setFlags.mock.calls) expect(known).toContain(`${flag.split('=')[0]} `);
});
