/** The steps of a contender, each answering a length so that nothing is optimised away. */
export interface Steps {
  readonly clip: () => number | Promise<number>;
  /** The parts (`src/core/parts/`) without which the last clip could not be made: they are to be injected first. */
  readonly missing?: () => readonly string[];
  /** Why the last clip was refused; empty where it was not. */
  readonly failure?: () => string;
  /** A part of the clip, where it is measured by itself. */
  readonly snapshot?: () => number;
  /** What is done with the clip outside of the page. */
  readonly complete?: () => number;
}

declare global {
  var contender: Steps;
}

/** Puts the contender where the bench finds it in its isolated world. */
export function compete(steps: Steps): void {
  globalThis.contender = steps;
}
