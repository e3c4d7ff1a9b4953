import type { Delivery } from '../model/delivery.ts';
import type { Library } from '../store/database.ts';

/** All deliveries that are not done, in the order in which they were queued. */
export function pendingDeliveries(library: Library): Promise<Delivery[]> {
  return library.use((database) => database.getAllFromIndex('deliveries', 'queuedAt'));
}

/** A clip's deliveries, one for each target that it was sent to. */
export function deliveriesOf(library: Library, clipId: string): Promise<Delivery[]> {
  return library.use((database) => database.getAll('deliveries', IDBKeyRange.bound([clipId], [clipId, []])));
}
