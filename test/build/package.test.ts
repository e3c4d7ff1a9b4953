import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

function packagesMadeIn(zone: string): Buffer[] {
  execFileSync('node', ['scripts/run-typescript.mjs', 'scripts/package.ts'], { env: { ...process.env, TZ: zone } });
  return ['chrome', 'firefox'].map((browser) => readFileSync(`dist/jianbao-${project.version}-${browser}.zip`));
}

const hash = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

it('makes small packages, the same in every time zone', () => {
  const packages = packagesMadeIn('Asia/Shanghai');
  expect(packages.map(hash)).toEqual(packagesMadeIn('America/Los_Angeles').map(hash));
  // The aim is 300 kB. This only goes down.
  for (const { length } of packages) expect(length).toBeLessThanOrEqual(306_000);
});
