import { fromBase64 } from './base64.ts';
import { type HostHttp, refusal } from './host-http.ts';
import { textAt } from './reply-fields.ts';

/** The content of a blob: all three hosts answer with base64 in `content`. */
export async function readBlob(http: HostHttp, path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await http.send({ path }, signal);
  if (reply.status !== 200) throw refusal(reply);
  return fromBase64(textAt(reply.body, 'content'));
}
