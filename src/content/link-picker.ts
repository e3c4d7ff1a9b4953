import type { LinkPickRequest } from '../core/model/link-pick-request.ts';
import { LINK_PICK_KEY } from '../core/model/task-key.ts';
import { pickLinks } from './picker/pick-links.ts';

const request: LinkPickRequest | undefined = Object.hasOwn(globalThis, LINK_PICK_KEY)
  ? Reflect.get(globalThis, LINK_PICK_KEY)
  : undefined;
Reflect.deleteProperty(globalThis, LINK_PICK_KEY);

/** The build makes this the script's last expression, which `executeScript` waits for and hands back. */
export default request ? pickLinks(request) : [];
