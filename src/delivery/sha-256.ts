/** The SHA-256 of a file or text (as UTF-8), as `sha-256:` and hexadecimal digits. */
export async function sha256(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<`sha-256:${string}`> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytesOf(content)));
  return `sha-256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function bytesOf(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<BufferSource> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Blob ? content.arrayBuffer() : content;
}
