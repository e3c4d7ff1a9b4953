import { serve } from '../../../src/cli/host/serve.ts';

/** The companion without its registration: serves the folder that is named. */
await serve(process.argv[2] ?? '', process.stdin, process.stdout);
