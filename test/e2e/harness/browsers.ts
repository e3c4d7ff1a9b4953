import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { LaunchOptions, TestBrowser } from './test-browser.ts';

/** Every browser that a test is to pass in. */
export const BROWSERS: readonly {
  name: TestBrowser['name'];
  launch: (options: LaunchOptions) => Promise<TestBrowser>;
}[] = [
  { name: 'chromium', launch: launchChromium },
  { name: 'firefox', launch: launchFirefox },
];
