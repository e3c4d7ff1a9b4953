import type { Article } from './article.ts';
import type { Failure } from './failure.ts';
import type { PartName } from './parts/part-names.ts';

/**
 * What a clip comes to. `address` is the whole address of the document that was read, so that whoever asked can tell
 * whether it is the one that was meant. `selection` is there when the reader had selected something: the same story with
 * only that as its body.
 */
export type ClipAnswer =
  | { readonly ok: true; readonly address: string; readonly article: Article; readonly selection?: Article }
  | { readonly ok: false; readonly address: string; readonly failure: Failure };

/** What the script in the page answers instead where the page needs parts that are not there yet. */
export interface PartsWanted {
  readonly wanted: readonly PartName[];
}
