/**
 * For a Chromium that belongs to a test: it runs as root and in containers, whose shared memory is small and which let it
 * make no sandbox, and asks nothing of the net or the person.
 */
export const CHROMIUM_SWITCHES: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
];
