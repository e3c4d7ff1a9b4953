import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { System } from './measure.ts';

/** Where pages are parsed. */
export type Place = 'jsdom' | 'chromium';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The built command line, or the content script in Chromium. */
export function jianbao(place: Place, siteRules: boolean): System {
  const cli = root('dist/cli.js');
  const options = siteRules ? [] : ['--no-site-rules'];
  // The command line is built of the same core as the content script.
  const version = `${readFileSync(cli, 'utf8')}${options}`;
  if (place === 'jsdom')
    return { name: 'jianbao', command: [process.execPath, cli, 'ndjson', '--trace', ...options], version };
  return inChromium('jianbao', version, options);
}

/** The tools that are measured beside it, in the versions of package.json. */
export function peers(place: Place): readonly System[] {
  return (['readability', 'defuddle'] as const).map((name) => {
    const folder = name === 'readability' ? '@mozilla/readability' : name;
    const { version } = JSON.parse(readFileSync(root(`node_modules/${folder}/package.json`), 'utf8')) as {
      version: string;
    };
    if (place === 'chromium') return { ...inChromium(name, version), name: `${name} ${version}` };
    const command = [process.execPath, root('scripts/run-typescript.mjs'), root('bench/accuracy/peer.ts'), name];
    return { name: `${name} ${version}`, command, version };
  });
}

function inChromium(name: string, version: string, options: readonly string[] = []): System {
  const main = root('bench/accuracy/chromium-system.ts');
  const command = [process.execPath, root('scripts/run-typescript.mjs'), main, name, ...options];
  return { name, command, version: `chromium ${version}${readFileSync(main, 'utf8')}` };
}
