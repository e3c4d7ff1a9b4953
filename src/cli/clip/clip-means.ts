import type { Preset } from '../../core/model/preset.ts';
import type { SiteFile } from '../../core/sites/read-site-file.ts';
import type { JudgedFetch } from '../judged-fetch.ts';
import type { ClipPool } from '../pool/clip-pool.ts';

/** What the pages of a run are clipped with. */
export interface ClipMeans {
  readonly pool: ClipPool;
  readonly preset: Preset;
  readonly isPresetNamed: boolean;
  readonly sites: SiteFile;
  readonly timeoutSeconds: number;
  /** Whether the further pages of a story are read. */
  readonly pages: boolean;
  /** For pages: one request at a time to a host. */
  readonly fetch: JudgedFetch;
  readonly fetchPicture: JudgedFetch;
}
