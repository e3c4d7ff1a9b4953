/** A page that a command line or a list names. */
export interface PageInput {
  /** An http(s) or file address, or a file; `-` for standard input. */
  readonly input: string;
  /** The address that it counts as, where the user says so. */
  readonly url?: string;
  /** What standard input had, which can be read once. */
  readonly bytes?: Uint8Array;
  /** A list named it, not the user: its site's `robots.txt` counts. */
  readonly isListed?: true;
}

/** Pages, and what a list had besides, each as a sentence. */
export interface PageList {
  readonly pages: readonly PageInput[];
  readonly complaints: readonly string[];
}
