import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from './harness/files-below.ts';
import { canHaveScreen, openScreen, type Screen } from './harness/screen.ts';
import { waitFor } from './harness/wait-for.ts';

describe.skipIf(!canHaveScreen)('npm start, with a display', () => {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-home-'));
  let screen: Screen;
  let started: ChildProcess;
  let said = '';

  beforeEach(async () => {
    screen = await openScreen();
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: '', DISPLAY: screen.display };
    started = spawn('npm', ['start', '--silent'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    started.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  });

  afterEach(() => {
    started.kill();
    screen.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('leaves the browser to the person, and ends with it', { timeout: 600_000 }, async () => {
    const ended = new Promise((resolve) => started.once('exit', resolve));
    // It builds the extension first.
    await waitFor('what to do', () => said.includes('Close the browser to end.'), 300_000);
    const postsOf = () => (existsSync(home) ? filesBelow(home).filter((path) => path.endsWith('.md')) : []);
    let pause = 2;
    await waitFor('the post', () => {
      // The story may still be loading when the key is pressed; pressed again, it closes what is open. A slow machine is
      // given more time at each try.
      pause += 1;
      if (postsOf().length === 0) screen.act('key', 'alt+shift+j', 'sleep', String(pause), 'key', 'Return');
      return postsOf().length > 0;
    });
    screen.act('key', 'ctrl+shift+w');
    expect(await ended).toBe(0);
    expect(said).toMatch(/The browser is closed; nothing of it is left but the posts that you saved\.\n$/);
  });
});
