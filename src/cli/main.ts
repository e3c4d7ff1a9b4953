import { version } from '../../package.json' with { type: 'json' };
import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import { failureSentence } from './failure-sentence.ts';
import { terminalText } from './terminal-text.ts';

/** A command in the list. Its code and the packages that it needs are loaded when it is asked for. */
interface ListedCommand {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Promise<Command>;
}

const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'clip',
    summary: 'Clip pages, by address, from files or from a list, as posts',
    load: async () => (await import('./commands/clip.ts')).clip,
  },
  {
    name: 'check',
    summary: 'Look through an archive of posts, and mend it',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'follow',
    summary: 'Clip the new stories of feeds into an archive',
    load: async () => (await import('./commands/follow.ts')).follow,
  },
  {
    name: 'ndjson',
    summary: 'Clip many pages: JSON lines in, JSON lines out',
    load: async () => (await import('./commands/ndjson.ts')).ndjson,
  },
  {
    name: 'places',
    summary: 'List and test the places that --to knows',
    load: async () => (await import('./commands/places.ts')).places,
  },
  {
    name: 'host',
    summary: 'Give the extension a folder, in any browser (native messaging)',
    load: async () => (await import('./commands/host.ts')).host,
  },
  {
    name: 'fixture',
    summary: 'Make a test of a page (for people who work on Jianbao)',
    load: async () => (await import('./commands/fixture.ts')).fixture,
  },
];

const HELP = `jianbao ${version}: clips news articles as front-matter Markdown posts.

Usage: jianbao <command> [options]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

Options:
  -h, --help     Show this help, or that of a command: jianbao clip --help
  -V, --version  Show the version

Exit code: 0 all done, 1 something failed (standard error says what), 2 wrong use.
`;

async function main(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-V') return print(`${version}\n`);
  if (first === 'help' && rest.length > 0) return main([...rest, '--help']);
  if (first === '--help' || first === '-h' || first === 'help') return print(HELP);
  if (first === undefined) return refuse('no command given');

  const listed = COMMANDS.find(({ name }) => name === first);
  if (!listed) return refuse(first.startsWith('-') ? `unknown option ${first}` : `unknown command ${first}`);
  const command = await listed.load();
  if (rest.includes('--help') || rest.includes('-h')) return print(command.help);
  try {
    return await command.run(rest);
  } catch (error) {
    const misuse = misuseOf(error);
    if (misuse !== undefined) return refuse(misuse, `jianbao ${listed.name} --help`);
    process.stderr.write(`${terminalText(`jianbao: ${failureSentence(error)}`)}\n`);
    return 1;
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function refuse(reason: string, help = 'jianbao --help'): number {
  process.stderr.write(`${terminalText(`jianbao: ${reason}. See ${help}.`)}\n`);
  return 2;
}

function misuseOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS')) return;
  const unknown = /^Unknown option '([^']+)'/.exec(error.message)?.[1];
  if (unknown !== undefined) return `unknown option ${unknown}`;
  const bare = /^Option '(?:-\w, )?(--[\w-]+) <value>' argument missing/.exec(error.message)?.[1];
  return bare === undefined ? error.message.replace(/\.$/, '') : `${bare} needs a value`;
}

// The reader of the output may stop (`| head`): that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
