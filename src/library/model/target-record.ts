/**
 * What has to be allowed before a target can be written to. It is separate from the config, so that code that asks
 * for it (the popup, in the click on Save) needs no code of the target's kind.
 *
 * `downloads`: nothing, and nothing can be read back · `handle`: a folder that the user picked; structured clone
 * keeps the handle, not the grant · `companion`: the right to start the companion · `origins`: host permissions, as
 * match patterns.
 */
export type TargetAccess =
  | { readonly by: 'downloads' }
  | { readonly by: 'handle'; readonly handle: FileSystemDirectoryHandle }
  | { readonly by: 'companion' }
  | { readonly by: 'origins'; readonly origins: readonly string[] };

/** A place that posts are delivered to, as the library remembers it. Key: `id`. */
export interface TargetRecord {
  /** `downloads`, or the kind and a UUID: `folder:…`. Never changes: deliveries name it. */
  readonly id: string;
  /** Names the folder below `delivery/targets/` that knows how to write there. */
  readonly kind: string;
  /** What the user calls it. */
  readonly name: string;
  readonly access: TargetAccess;
  /** What the kind needs to reach it, secrets aside: read by the kind alone. */
  readonly config: unknown;
  /** Unix milliseconds. */
  readonly connectedAt: number;
  /** Nothing is written there until the user resumes it; clips wait. */
  readonly isPaused?: boolean;
  /** What the last test of a place on a server found: in `TargetLimit`'s words, and the product's name. */
  readonly tested?: { readonly at: number; readonly limits: readonly string[]; readonly product?: string };
  /** When its posts were last read through to the end, in Unix milliseconds. */
  readonly indexedAt?: number;
  /** The state that it was in then, by the name that its directory has for it: a commit. */
  readonly indexedState?: string;
}

/** What a connected target is made of before it has an id. */
export type NewTarget = Pick<TargetRecord, 'kind' | 'name' | 'access' | 'config'>;

export const DOWNLOADS_ID = 'downloads';

/** The browser's own downloads: a target of every library from the start. */
export const DOWNLOADS_RECORD: TargetRecord = {
  id: DOWNLOADS_ID,
  kind: 'downloads',
  name: '',
  access: { by: 'downloads' },
  config: {},
  connectedAt: 0,
};

/** Whether a target can be read: the browser's downloads cannot. */
export function isReadable({ access }: TargetRecord): boolean {
  return access.by !== 'downloads';
}
