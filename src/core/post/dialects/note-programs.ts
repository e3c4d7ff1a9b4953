import type { NoteProgram } from '../../model/dialect.ts';

/** Whether the program has tags of the form `#word`, and plugins that run templates and queries in notes. */
export function runsQueries(program: NoteProgram): boolean {
  return program === 'obsidian' || program === 'logseq';
}
