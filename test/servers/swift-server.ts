import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findServer, freePort, makeFolder, serverFolder, startProgram } from './program-server.ts';
import type { S3Server } from './s3-server.ts';

const PARTS = ['account', 'container', 'object'] as const;

/** Why Swift cannot be tested against here; nothing where it can. */
export function missingSwift(): string | undefined {
  const programs = ['memcached', 'swift-proxy-server', ...PARTS.map((part) => `swift-${part}-server`)];
  const missing = programs.find((program) => !findServer(program));
  if (missing) return `${missing} is not installed`;
  return existsSync('/etc/swift/swift.conf') ? undefined : '/etc/swift/swift.conf is missing';
}

/**
 * Starts the five programs of an OpenStack Swift on loopback, with its data in a folder that is removed at the end. Its
 * S3 interface checks signatures, and refuses conditions on PUT with 501.
 */
export async function startSwift(): Promise<S3Server> {
  const base = serverFolder();
  makeFolder(base, 'devices', 'd1');
  const [memory, proxy, ...ports] = await Promise.all(Array.from({ length: 5 }, freePort));
  if (memory === undefined || proxy === undefined) throw new Error('no ports');
  execFileSync('/usr/bin/python3', ['-c', RINGS, base, ...ports.map(String)]);
  const start = (program: string, args: string[], port: number) =>
    startProgram(findServer(program) ?? program, args, port, base);
  const starting = PARTS.map((part, n) => {
    const port = ports[n] ?? 0;
    const rest = ['[pipeline:main]', `pipeline = ${part}-server`, `[app:${part}-server]`, `use = egg:swift#${part}`];
    return start(`swift-${part}-server`, [configFile(base, part, port, rest)], port);
  });
  const cache = ['[filter:cache]', 'use = egg:swift#memcache', `memcache_servers = 127.0.0.1:${memory}`];
  const running = await Promise.all([
    ...starting,
    start('swift-proxy-server', [configFile(base, 'proxy', proxy, [...PROXY, ...cache])], proxy),
    start('memcached', ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(memory)], memory),
  ]);
  return {
    endpoint: `http://127.0.0.1:${proxy}`,
    bucket: 'archive',
    region: 'us-east-1',
    accessKeyId: 'test:tester',
    secretAccessKey: 'testing',
    async stop() {
      await Promise.all(running.map((program) => program.stop()));
    },
  };
}

/** A ring of one device for each part, in one run of Python: its own program takes three for each. */
const RINGS = `
import sys
from swift.common.ring import RingBuilder
base, *ports = sys.argv[1:]
for part, port in zip(('account', 'container', 'object'), ports):
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'device': 'd1',
                     'replication_ip': '127.0.0.1', 'replication_port': int(port), 'weight': 1.0, 'meta': ''})
    builder.rebalance()
    builder.get_ring().save('%s/%s.ring.gz' % (base, part))
`;

/** The order of s3api, tempauth, bulk and slo matters. */
const PROXY = [
  '[pipeline:main]',
  'pipeline = catch_errors cache s3api tempauth bulk slo proxy-server',
  '[app:proxy-server]',
  'use = egg:swift#proxy',
  'account_autocreate = true',
  'allow_account_management = true',
  '[filter:s3api]',
  'use = egg:swift#s3api',
  's3_acl = false',
  'location = us-east-1',
  '[filter:tempauth]',
  'use = egg:swift#tempauth',
  'user_test_tester = testing .admin',
  '[filter:catch_errors]',
  'use = egg:swift#catch_errors',
  '[filter:bulk]',
  'use = egg:swift#bulk',
  '[filter:slo]',
  'use = egg:swift#slo',
];

function configFile(base: string, name: string, port: number, rest: readonly string[]): string {
  const path = join(base, `${name}.conf`);
  const common = [
    '[DEFAULT]',
    `devices = ${base}/devices`,
    'mount_check = false',
    'bind_ip = 127.0.0.1',
    `bind_port = ${port}`,
    'workers = 0',
    'user = root',
    `swift_dir = ${base}`,
  ];
  writeFileSync(path, `${[...common, ...rest].join('\n')}\n`);
  return path;
}
