import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { System } from './measure.ts';

/** Where pages are parsed. */
export type Place = 'jsdom' | 'chromium';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The built command line, or the content script in Chromium. */
export function jianbao(place: Place, siteRules: boolean): System {
  const options = siteRules ? [] : ['--no-site-rules'];
  if (place === 'chromium') return inChromium('jianbao', options);
  return { name: 'jianbao', command: [process.execPath, root('dist/cli.js'), 'ndjson', '--trace', ...options] };
}

/** The tools that are measured beside it, in the versions of package.json. */
export function peers(place: Place): readonly System[] {
  return (['readability', 'defuddle'] as const).map((name) => {
    const folder = name === 'readability' ? '@mozilla/readability' : name;
    const { version } = JSON.parse(readFileSync(root(`node_modules/${folder}/package.json`), 'utf8')) as {
      version: string;
    };
    if (place === 'chromium') return { ...inChromium(name), name: `${name} ${version}` };
    const command = [process.execPath, root('scripts/run-typescript.mjs'), root('bench/accuracy/peer.ts'), name];
    return { name: `${name} ${version}`, command };
  });
}

function inChromium(name: string, options: readonly string[] = []): System {
  const main = root('bench/accuracy/chromium-system.ts');
  return { name, command: [process.execPath, root('scripts/run-typescript.mjs'), main, name, ...options] };
}
