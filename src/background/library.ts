import { createDelivering } from '../app/deliver.ts';
import { openChanges } from '../library/store/changes.ts';
import { openLibrary } from '../library/store/database.ts';

/** The background's connection to the library; opened at the first use. */
export const library = openLibrary();

/** Tells open pages what has changed in it. */
export const changes = openChanges();

export const { deliver, deliverLinkedPictures } = createDelivering(library, changes);
