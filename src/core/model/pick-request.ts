import * as v from 'valibot';
import { ownObject } from './own-object.ts';

/** What is to be picked on a page, with the texts of the picker in the user's language. */
export interface PickRequest {
  readonly what: 'story' | 'part';
  /** What to do, said while the picker is open. */
  readonly title: string;
  readonly help: string;
  /** Said when something was picked. */
  readonly done: string;
}

/** A request as it comes in a message. */
export const pickRequestSchema: v.GenericSchema<unknown, PickRequest> = ownObject({
  what: v.picklist(['story', 'part']),
  title: v.string(),
  help: v.string(),
  done: v.string(),
} satisfies Record<keyof PickRequest, v.GenericSchema>);
