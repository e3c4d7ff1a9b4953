import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface FeedSite {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly origin: string;
  /** What each path answers; may be changed at any time. */
  readonly answers: Map<string, Answer>;
  /** `GET` requests in order: path, and `304` where the answer was that. */
  readonly requests: string[];
  /** The most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

/** A real server on loopback for feeds and their stories, with ETags and conditional answers. Other paths are 404. */
export async function startFeedSite(delay = 0): Promise<FeedSite> {
  const answers = new Map<string, Answer>();
  const requests: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    if (delay > 0) await new Promise((done) => setTimeout(done, delay));
    answer(request, response);
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    const { status = 200, headers = {}, body = '' } = answers.get(path) ?? { status: 404, body: 'Not here' };
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const isKnown = status === 200 && request.headers['if-none-match'] === etag;
    requests.push(isKnown ? `${path} 304` : path);
    if (isKnown) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(status, { 'Content-Type': 'text/html', ETag: etag, ...headers }).end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    answers,
    requests,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

const SENTENCES = [
  '港务局星期二说，开往对岸的夜间渡轮又晚点了两个小时，乘客在码头上等到天亮。',
  '一名船员说，机器在半夜停了下来，没有人知道原因，备用的船只又在修理。',
  '市政府答应在月底以前给出答复，并退还那天晚上所有乘客的船票。',
];

/** The sentence that tells a story from all others. */
export function markOf(name: string): string {
  return `这是编号${name}的报道，记者在现场看到了事情的全部经过。`;
}

/** A page with a story of its own. */
export function storyPage(
  name: string,
  { title = `渡轮 ${name}`, head = '', date = '2024-03-01T08:30:00+08:00' } = {},
): string {
  const stated = date === '' ? '' : `<meta property="article:published_time" content="${date}">`;
  const paragraphs = [markOf(name), ...SENTENCES].map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${stated}${head}</head>
<body><nav><a href="/">首页</a></nav><article><h1>${title}</h1>${paragraphs}</article></body></html>`;
}

/** An RSS feed of stories at `/story/NAME`. */
export function rssOf(origin: string, names: readonly string[]): string {
  const items = names.map(
    (name) =>
      `<item><title>渡轮 ${name}</title><link>${origin}/story/${name}</link><guid isPermaLink="false">${name}</guid></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>海港日报</title>${items.join('')}</channel></rss>`;
}
