import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { View } from './test-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in a page of the extension, a line each: the rule and the elements. */
export async function axeFaults(view: Pick<View, 'evaluate'>): Promise<string[]> {
  await view.evaluate(`(async () => { ${AXE} })()`);
  const found = await view.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
  return found as string[];
}
