import { folderGrant, type Grant, requestFolderGrant } from '../delivery/targets/folder/folder-grant.ts';
import type { TargetAccess } from '../library/model/target-record.ts';
import { mayUseCompanion, requestCompanion } from '../platform/companion.ts';
import { hasOrigins, requestOrigins } from '../platform/permissions.ts';

/** Whether the user lets us write to a target now. */
export async function targetGrant(access: TargetAccess): Promise<Grant> {
  switch (access.by) {
    case 'downloads':
      return 'granted';
    case 'handle':
      return folderGrant(access.handle);
    case 'companion':
      return (await mayUseCompanion()) ? 'granted' : 'prompt';
    case 'origins':
      return (await hasOrigins(access.origins)) ? 'granted' : 'prompt';
  }
}

/** Asks for that. Must be the first thing that the handler of a user gesture does: the gesture allows the question. */
export async function requestTargetGrant(access: TargetAccess): Promise<Grant> {
  switch (access.by) {
    case 'downloads':
      return 'granted';
    case 'handle':
      return requestFolderGrant(access.handle);
    case 'companion':
      return (await requestCompanion()) ? 'granted' : 'denied';
    case 'origins':
      return (await requestOrigins(access.origins)) ? 'granted' : 'denied';
  }
}
