// Runs a TypeScript file of this project: node scripts/run-typescript.mjs bench/main.ts [arguments]
// (Node 20, which we support, reads no TypeScript; vite does already.)
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , file, ...rest] = process.argv;
if (file === undefined) throw new Error('no file given: node scripts/run-typescript.mjs FILE.ts [arguments]');
process.argv = [process.argv[0] ?? '', resolve(file), ...rest];
await runnerImport(resolve(file), { configFile: false, logLevel: 'warn' });
