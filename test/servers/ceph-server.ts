import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findServer, freePort, makeFolder, serverFolder, startProgram } from './program-server.ts';
import type { S3Server } from './s3-server.ts';

const PROGRAMS = ['ceph', 'ceph-authtool', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin'];
const KEYS = { accessKeyId: 'tester', secretAccessKey: 'testing' };

/** Why the gateway cannot be tested against here; nothing where it can. */
export function missingCeph(): string | undefined {
  const missing = PROGRAMS.find((program) => !findServer(program));
  return missing && `${missing} is not installed`;
}

/**
 * Starts a monitor, a store in memory and a RADOS Gateway on loopback: about 15 seconds, most of it to make the pools. It
 * checks signatures, and obeys conditions on PUT until versioning is switched on.
 */
export async function startCeph(): Promise<S3Server> {
  const base = serverFolder();
  for (const folder of ['mon', 'osd', 'rgw']) makeFolder(base, folder);
  const [monitor, gateway] = [await freePort(), await freePort()];
  const config = join(base, 'ceph.conf');
  const run = (program: string, ...args: string[]): string =>
    execFileSync(findServer(program) ?? program, ['-c', config, ...args], { encoding: 'utf8', stdio: 'pipe' });
  const start = (program: string, folder: string, args: readonly string[], port: number) =>
    startProgram(findServer(program) ?? program, ['-c', config, '-f', ...args], port, join(base, folder));

  const [cluster, store] = [crypto.randomUUID(), crypto.randomUUID()];
  writeFileSync(config, configOf(base, monitor, cluster));
  const map = join(base, 'monmap');
  run('monmaptool', '--create', '--fsid', cluster, '--addv', 'a', `[v2:127.0.0.1:${monitor}]`, map);
  run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
  const running = [await start('ceph-mon', 'mon', ['-i', 'a'], monitor)];
  run('ceph', 'osd', 'new', store, '0');
  run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
  // It takes no connections of its own until it has the map, and `radosgw-admin` waits for it: the monitor's port will do.
  running.push(await start('ceph-osd', 'osd', ['-i', '0'], monitor));
  const keys = ['--access-key', KEYS.accessKeyId, '--secret-key', KEYS.secretAccessKey];
  run('radosgw-admin', 'user', 'create', '--uid', 'tester', '--display-name', 'tester', ...keys);
  run('ceph-authtool', '--create-keyring', join(base, 'rgw', 'keyring'), '--gen-key', '-n', 'client.rgw');
  running.push(
    await start(
      'radosgw',
      'rgw',
      ['-n', 'client.rgw', '--rgw-frontends', `beast endpoint=127.0.0.1:${gateway}`],
      gateway,
    ),
  );
  return {
    ...KEYS,
    endpoint: `http://127.0.0.1:${gateway}`,
    bucket: 'archive',
    region: 'us-east-1',
    async stop() {
      for (const program of running.reverse()) await program.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/**
 * One copy of everything, in memory, with no sign-in among the parts. The gateway asks the monitor for an encrypted line,
 * which there is none of without sign-in: hence `ms mon client mode`.
 */
function configOf(base: string, monitor: number, cluster: string): string {
  const lines = [
    '[global]',
    `fsid = ${cluster}`,
    `mon host = v2:127.0.0.1:${monitor}`,
    'mon initial members = a',
    'public addr = 127.0.0.1',
    'auth cluster required = none',
    'auth service required = none',
    'auth client required = none',
    'ms mon client mode = crc',
    `run dir = ${base}`,
    `admin socket = ${base}/$name.asok`,
    `log file = ${base}/$name.log`,
    `mon data = ${base}/mon`,
    `osd data = ${base}/osd`,
    `rgw data = ${base}/rgw`,
    'enable experimental unrecoverable data corrupting features = memstore',
    'osd objectstore = memstore',
    'osd crush chooseleaf type = 0',
    'osd pool default size = 1',
    'osd pool default min size = 1',
    'osd pool default pg num = 1',
    'osd pool default pgp num = 1',
    'osd pool default pg autoscale mode = off',
    'mon allow pool size one = true',
  ];
  return `${lines.join('\n')}\n`;
}
