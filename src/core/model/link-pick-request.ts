/** The texts of the picker of links, in the user's language. */
export interface LinkPickRequest {
  /** What to do, said while the picker is open. */
  readonly title: string;
  readonly help: string;
  /** How many are chosen, `$1`. */
  readonly chosen: string;
  /** Said at the end. */
  readonly done: string;
}
