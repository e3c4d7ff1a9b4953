import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { System } from './measure.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The built command line. */
export function jianbao(siteRules: boolean): System {
  const cli = root('dist/cli.js');
  const options = siteRules ? [] : ['--no-site-rules'];
  return {
    name: 'jianbao',
    command: [process.execPath, cli, 'ndjson', '--trace', ...options],
    version: `${readFileSync(cli, 'utf8')}${options}`,
  };
}

/** The tools that are measured beside it, in the versions of package.json. */
export function peers(): readonly System[] {
  return (['readability', 'defuddle'] as const).map((name) => {
    const folder = name === 'readability' ? '@mozilla/readability' : name;
    const { version } = JSON.parse(readFileSync(root(`node_modules/${folder}/package.json`), 'utf8')) as {
      version: string;
    };
    const command = [process.execPath, root('scripts/run-typescript.mjs'), root('bench/accuracy/peer.ts'), name];
    return { name: `${name} ${version}`, command, version };
  });
}
