import { ClipError } from '../../../core/model/failure.ts';
import type { TargetKind } from '../target-kind.ts';
import { downloadsTarget } from './downloads-target.ts';

/** The browser's downloads: written to, never read. */
export const downloadsKind: TargetKind = {
  kind: 'downloads',
  open(_record, { downloads: { downloads, ...rest } }) {
    if (!downloads) throw new ClipError('downloads-unsupported');
    return downloadsTarget({ downloads, ...rest });
  },
};
