import { openPageBehind } from '../platform/pages.ts';

/** Shows what there is to know, once; an update says nothing. */
export async function welcomeNewUser(reason: 'install' | 'update'): Promise<void> {
  if (reason === 'install') await openPageBehind('welcome');
}
