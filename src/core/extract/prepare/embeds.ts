import { resolveAddress } from '../../text/addresses.ts';

/** Players, maps, charts and posts that belong to a story, by the end of their host's name; frames of other hosts are advertisements. */
const EMBED_HOSTS = (
  'youtube.com youtube-nocookie.com youtu.be vimeo.com dailymotion.com bilibili.com youku.com v.qq.com ixigua.com nicovideo.jp ' +
  'tv.naver.com twitter.com x.com instagram.com facebook.com tiktok.com reddit.com redditmedia.com soundcloud.com spotify.com ' +
  'podcasts.apple.com bandcamp.com twitch.tv ted.com streamable.com google.com openstreetmap.org datawrapper.de dwcdn.net ' +
  'flourish.studio infogram.com documentcloud.org archive.org codepen.io slideshare.net'
).split(' ');

const PLAYERS = 'iframe, video, audio, embed, object, amp-youtube, amp-video, amp-audio, amp-iframe';

/** Players, maps and embedded posts, each as a link with a title; frames of any other kind go. */
export function embeds(root: Element, base: string): void {
  for (const player of Array.from(root.querySelectorAll(PLAYERS))) {
    if (!root.contains(player)) continue;
    const link = linkTo(player, base);
    if (link) player.replaceWith(link);
    else player.remove();
  }
}

function linkTo(player: Element, base: string): Element | undefined {
  const video = player.getAttribute('data-videoid');
  const source =
    (video && `https://www.youtube.com/embed/${encodeURIComponent(video)}`) ||
    ['src', 'data-src', 'data-lazy-src', 'data'].map((name) => player.getAttribute(name)).find(isAddress) ||
    player.querySelector('source[src]')?.getAttribute('src');
  const address = resolveAddress(source ?? 'about:blank', base);
  if (!address || !/^https?:/.test(address)) return undefined;
  const url = new URL(address);
  const framed = !/^(?:VIDEO|AUDIO|AMP-VIDEO|AMP-AUDIO)$/.test(player.tagName);
  const host = EMBED_HOSTS.find((name) => url.hostname === name || url.hostname.endsWith(`.${name}`));
  if (framed && (host === undefined || (host === 'google.com' && !url.pathname.startsWith('/maps')))) return undefined;

  const document = player.ownerDocument;
  const link = document.createElement('a');
  link.setAttribute('href', pageOf(url));
  const title = player.getAttribute('title')?.trim() || player.getAttribute('aria-label')?.trim();
  link.textContent = title || host || url.pathname.split('/').at(-1) || url.hostname;
  const figure = document.createElement('figure');
  figure.setAttribute('class', 'embed');
  figure.append(link);
  return figure;
}

function isAddress(value: string | null): boolean {
  return value !== null && value !== '' && !value.startsWith('about:');
}

/** The page to watch at, where the player's own address is not one. */
function pageOf(url: URL): string {
  const id = /^\/(?:embed|v)\/([\w-]{11})/.exec(url.pathname)?.[1];
  if (id !== undefined && /youtube/.test(url.hostname)) return `https://www.youtube.com/watch?v=${id}`;
  const vimeo = /^\/video\/(\d+)/.exec(url.pathname)?.[1];
  if (vimeo !== undefined && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${vimeo}`;
  const bilibili = url.searchParams.get('bvid');
  if (bilibili && url.hostname === 'player.bilibili.com') return `https://www.bilibili.com/video/${bilibili}`;
  return url.href;
}
