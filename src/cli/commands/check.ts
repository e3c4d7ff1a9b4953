import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ArchiveReport, type CheckMode, checkArchive, type FileReport } from '../check/check-archive.ts';
import { installJekyllPlugin } from '../check/install-jekyll-plugin.ts';
import { type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { counted } from '../counted.ts';
import { terminalText } from '../terminal-text.ts';
import { unlessMissing } from '../write-whole.ts';

const HELP = `Usage: jianbao check <folder> [options]

Looks through an archive of posts and names what is wrong: front matter that cannot be read, two posts of one story or
under one address of the site, dates that are whole hours off the instant in their <!--…--> comment, and slots of
advertisements that a robot kept. Nothing is changed without --fix.

Options:
  --fix             Mend what can be mended for certain: quotes around values, dates and their comments, empty slots
  --dry-run         With --fix: show the differences, and change nothing
  --zone OFFSET     The clock of the publishers, such as +08:00: tells which of date and comment is right
  --install-plugin  Put a plugin beside the posts that lets Jekyll build many of them (docs/large-archives.md)
  --json            Print a JSON object for each file with problems
  -h, --help        Show this help

Exit code: 0 nothing is wrong, or all was mended; 1 something is left; 2 wrong use.
`;

export const check: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fix: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        zone: { type: 'string' },
        'install-plugin': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('one folder is needed');
    if (!(await stat(folder).catch(unlessMissing))?.isDirectory()) throw new UsageError(`there is no folder ${folder}`);
    if (values['dry-run'] && !values.fix) throw new UsageError('--dry-run belongs to --fix');
    const zone = zoneOf(values.zone);
    if (values['install-plugin']) {
      process.stdout.write(`${await installJekyllPlugin(folder)}\n`);
      return 0;
    }
    const mode: CheckMode = values.fix ? (values['dry-run'] ? 'show' : 'mend') : 'look';
    const report = await checkArchive(folder, { mode, ...(zone === undefined ? {} : { zone }) });
    for (const file of report.files) process.stdout.write(values.json ? jsonOf(file) : textOf(file));
    for (const { path, failure } of report.files) if (failure !== undefined) complain(path, failure);
    if (!values.json) process.stdout.write(summaryOf(report));
    return leftOf(report) === 0 ? 0 : 1;
  },
};

/** Hours, from `+08:00` or `-03:30`. */
function zoneOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(value) ?? [];
  if (sign === undefined) throw new UsageError(`--zone ${value} is not an offset such as +08:00`);
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

function jsonOf({ path, problems, difference, failure }: FileReport): string {
  const stated = problems.map(({ kind, message, others = [], edits, mended }) => ({
    kind,
    message,
    others,
    fixable: edits !== undefined,
    mended,
  }));
  return `${JSON.stringify({ path, problems: stated, difference: difference ?? null, failure: failure ?? null })}\n`;
}

function textOf({ path, problems, difference }: FileReport): string {
  const lines = problems.map(({ message, others = [], edits, mended }) => {
    const note = mended ? ' Mended.' : edits ? ' --fix mends it.' : '';
    return `${path}: ${message}${others.length > 0 ? ` The others: ${others.join(', ')}` : ''}${note}`;
  });
  return `${[...lines.map(terminalText), ...(difference === undefined ? [] : [difference])].join('\n')}\n`;
}

function leftOf({ files }: ArchiveReport): number {
  return files.flatMap(({ problems }) => problems).filter(({ mended }) => !mended).length;
}

function summaryOf(report: ArchiveReport): string {
  const all = report.files.flatMap(({ problems }) => problems).length;
  const posts = counted(report.posts, 'post');
  if (all === 0) return `${posts}: nothing is wrong.\n`;
  const mended = all - leftOf(report);
  const found = `${counted(all, 'problem')} in ${counted(report.files.length, 'file')}`;
  return `${posts}: ${found}${mended > 0 ? `, ${mended} mended` : ''}.\n`;
}
