/**
 * Kills the process (SIGKILL) at the nth thing that it does to the disk: `KILL_AT=7 KILL_WHEN=before|after`. Without
 * `KILL_AT` it counts, and says `steps N` on standard error at the end.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT ?? Number.POSITIVE_INFINITY);
const when = process.env.KILL_WHEN ?? 'before';
let steps = 0;

function mortal(owner, names) {
  for (const name of names) {
    const work = owner[name];
    owner[name] = async function (...args) {
      const step = ++steps;
      if (step === at && when === 'before') process.kill(process.pid, 'SIGKILL');
      try {
        return await Reflect.apply(work, this, args);
      } finally {
        if (step === at && when === 'after') process.kill(process.pid, 'SIGKILL');
      }
    };
  }
}

const handle = await fs.promises.open(process.execPath);
mortal(Object.getPrototypeOf(handle), ['writeFile', 'sync', 'read']);
await handle.close();
mortal(fs.promises, ['open', 'link', 'rename', 'mkdir', 'rm', 'writeFile', 'readFile', 'lstat', 'stat', 'readdir']);
syncBuiltinESMExports();

process.on('exit', () => fs.writeSync(2, `steps ${steps}\n`));
