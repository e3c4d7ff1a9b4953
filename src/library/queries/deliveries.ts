import type { Delivery } from '../model/delivery.ts';
import { readableDelivery } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/** All deliveries that are not done, in the order in which they were queued. */
export async function pendingDeliveries(library: Library): Promise<Delivery[]> {
  return (await library.use((database) => database.getAllFromIndex('deliveries', 'queuedAt'))).map(readableDelivery);
}

/** A clip's deliveries, one for each target that it was sent to. */
export async function deliveriesOf(library: Library, clipId: string): Promise<Delivery[]> {
  const range = IDBKeyRange.bound([clipId], [clipId, []]);
  return (await library.use((database) => database.getAll('deliveries', range))).map(readableDelivery);
}
