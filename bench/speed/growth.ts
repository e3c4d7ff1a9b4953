import type { Browser } from 'puppeteer-core';
import { printTable } from '../print-table.ts';
import type { Script } from './contenders/build-contenders.ts';
import { firstClip } from './first-clip.ts';
import { openQuietPage } from './quiet-page.ts';
import { pageOf, SHAPES } from './shapes.ts';

/** One table: CPU per 1,000 nodes at each size, so that what is not linear stands out. */
export async function measureGrowth(browser: Browser, script: Script, sizes: readonly number[]): Promise<void> {
  const rows: string[][] = [];
  for (const shape of SHAPES) {
    for (const nodes of sizes) {
      const page = await openQuietPage(browser, { url: 'https://news.example/', html: pageOf(shape, nodes) });
      try {
        const { cold: clip, failure } = await firstClip(page, script);
        if (failure !== '') {
          rows.push([shape.name, String(nodes), clip.toFixed(1), failure]);
          continue;
        }
        const snapshot = await page.cpu('contender.snapshot()');
        await page.cpu(`(() => { ${script.complete} })()`);
        const complete = await page.cpu('contender.complete()');
        const perThousand = [snapshot, clip - snapshot, complete].map((ms) => (ms / nodes) * 1000);
        rows.push([shape.name, String(nodes), ...[clip, ...perThousand].map((ms) => ms.toFixed(1))]);
      } catch (error) {
        rows.push([shape.name, String(nodes), String(error).split('\n', 1)[0] ?? '']);
      } finally {
        await page.close();
      }
    }
  }
  printTable([['shape', 'nodes', 'clip ms', 'snapshot /1k', 'extract /1k', 'completion /1k'], ...rows]);
}
