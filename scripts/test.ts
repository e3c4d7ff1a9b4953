/**
 * `npm test`: all that is checked, from types to real browsers, one after another. What the machine lacks is installed
 * where it can be (as root on Debian). The last line is plain: `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installMissing, type Need } from './machine.ts';
import { runCommand, TIME_UP } from './run-command.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  readonly name: string;
  /** @param seconds that are left. */
  run(seconds: number): Promise<Tally>;
}

/** For all together: a machine that tests for others stops at some time, with nothing said. */
const MINUTES = Number(process.env['TEST_MINUTES'] ?? 180);
const end = Date.now() + MINUTES * 60_000;

// vite, which runs this file, has set it to `development`: what is built from here is not.
delete process.env['NODE_ENV'];

const reports = mkdtempSync(join(tmpdir(), 'jianbao-test-'));

const STEPS: readonly Step[] = [
  command('types, lint and architecture', 'npm', ['run', '--silent', 'check']),
  command('build', 'npm', ['run', '--silent', 'build']),
  vitest('unit', 'vite.config.ts'),
  vitest('faults', 'test/faults/vitest.config.ts'),
  vitest('build', 'test/build/vitest.config.ts'),
  vitest('e2e', 'test/e2e/vitest.config.ts'),
  vitest('sites', 'test/sites/vitest.config.ts', 'quick'),
];

/** Services that speak S3. They take minutes to install and to test against: only where `S3_SERVERS=1` asks for it. */
const S3_SERVERS: readonly Need[] = [
  { program: 'memcached', packages: ['memcached'] },
  {
    program: 'swift-proxy-server',
    packages: ['swift', 'swift-proxy', 'swift-account', 'swift-container', 'swift-object'],
  },
  { program: 'radosgw', packages: ['radosgw', 'ceph-mon', 'ceph-osd'] },
];

const missing = installMissing([
  { program: 'chromium', packages: ['chromium', 'fonts-noto-cjk'] },
  { program: 'firefox-esr', packages: ['firefox-esr'] },
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'xdotool', packages: ['xdotool'] },
  { program: 'jekyll', packages: ['jekyll', 'ruby-jekyll-feed', 'ruby-jekyll-sitemap', 'ruby-jekyll-seo-tag'] },
  { program: 'hugo', packages: ['hugo'] },
  { program: '/usr/sbin/apache2', packages: ['apache2-bin'] },
  {
    program: '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
    packages: ['nginx-light', 'libnginx-mod-http-dav-ext'],
  },
  { program: '/usr/lib/lighttpd/mod_webdav.so', packages: ['lighttpd', 'lighttpd-mod-webdav'] },
  { program: 'rclone', packages: ['rclone'] },
  ...(process.env['S3_SERVERS'] ? S3_SERVERS : []),
]);
if (missing.length > 0) console.error(`Not installed, so what needs them will fail: ${missing.join(', ')}`);

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const tally = await step.run(Math.max(1, (end - Date.now()) / 1000)).catch((error: unknown) => {
    console.error(error);
    return tallyOf(0, 1);
  });
  if (tally.failed > 0) console.log(`── ${step.name}: ${tally.failed} failed`);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}
rmSync(reports, { recursive: true, force: true });
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: what they need is not on this machine (see above).`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A command that passes or fails as a whole. */
function command(name: string, program: string, args: readonly string[]): Step {
  return {
    name,
    run: async (seconds) => ((await exitCode(program, args, seconds)) === 0 ? tallyOf(1, 0) : tallyOf(0, 1)),
  };
}

/** A run of vitest, counted by the tests in it. A run that breaks before it counted any is one failure. */
function vitest(name: string, config: string, ...filters: readonly string[]): Step {
  const report = join(reports, `${name}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...filters];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    async run(seconds) {
      const code = await exitCode(process.execPath, [...args, ...reporters], seconds);
      const tally = readReport(report);
      return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
    },
  };
}

function readReport(path: string): Tally {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(path, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch (error) {
    console.error(`No report of the tests: ${String(error)}`);
    return tallyOf(0, 1);
  }
}

function tallyOf(passed: number, failed: number): Tally {
  return { passed, failed, skipped: 0 };
}

async function exitCode(program: string, args: readonly string[], seconds: number): Promise<number> {
  const code = await runCommand(program, args, seconds);
  if (code === TIME_UP) console.error(`Stopped: all tests together may take ${MINUTES} minutes.`);
  return code;
}
