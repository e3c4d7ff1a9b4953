import { resolveAddress } from '../../addresses.ts';

/** Players and embeds that belong to a story, by the end of their host's name. */
const EMBED_HOSTS: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'bilibili.com': '哔哩哔哩',
  'youku.com': '优酷',
  'v.qq.com': '腾讯视频',
  'ixigua.com': '西瓜视频',
  'nicovideo.jp': 'ニコニコ',
  'tv.naver.com': '네이버TV',
  'twitter.com': 'Twitter',
  'x.com': 'X',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'tiktok.com': 'TikTok',
  'reddit.com': 'Reddit',
  'redditmedia.com': 'Reddit',
  'soundcloud.com': 'SoundCloud',
  'spotify.com': 'Spotify',
  'podcasts.apple.com': 'Apple Podcasts',
  'bandcamp.com': 'Bandcamp',
  'twitch.tv': 'Twitch',
  'ted.com': 'TED',
  'streamable.com': 'Streamable',
  'google.com': 'Google Maps',
  'openstreetmap.org': 'OpenStreetMap',
  'datawrapper.de': 'Datawrapper',
  'dwcdn.net': 'Datawrapper',
  'flourish.studio': 'Flourish',
  'infogram.com': 'Infogram',
  'documentcloud.org': 'DocumentCloud',
  'archive.org': 'Internet Archive',
  'codepen.io': 'CodePen',
  'slideshare.net': 'SlideShare',
};

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
  const host = hostName(url);
  if (framed && (host === undefined || (host === 'Google Maps' && !url.pathname.startsWith('/maps')))) return undefined;

  const document = player.ownerDocument;
  const link = document.createElement('a');
  link.setAttribute('href', pageOf(url));
  const title = player.getAttribute('title')?.trim() || player.getAttribute('aria-label')?.trim();
  link.textContent = title || host || decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.hostname;
  const figure = document.createElement('figure');
  figure.setAttribute('class', 'embed');
  figure.append(link);
  return figure;
}

function isAddress(value: string | null): boolean {
  return value !== null && value !== '' && !value.startsWith('about:');
}

function hostName({ hostname }: URL): string | undefined {
  return Object.entries(EMBED_HOSTS).find(([host]) => hostname === host || hostname.endsWith(`.${host}`))?.[1];
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
