/**
 * IPv4 blocks that no public site is in: this machine, local networks, link-local (RFC 6890). Not 198.18.0.0/15, though
 * it is for benchmarks: proxies that answer for the DNS map every public name to an address there.
 */
const PRIVATE_IPV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];

/** Last labels of names that are resolved within a network only (RFC 6761, RFC 6762, RFC 8375, ICANN 2024). */
const PRIVATE_LABELS: ReadonlySet<string> = new Set(['localhost', 'local', 'internal', 'lan', 'home', 'arpa']);

/**
 * Whether an address leads into the reader's own machine or network: a router's page, a printer, a service that listens
 * for its owner alone. Hosts are told by their names and numbers, as `URL` writes them.
 */
export function isPrivateAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  if (hostname.startsWith('[')) return isPrivateIpv6(hostname.slice(1, -1));
  const number = ipv4Number(hostname);
  if (number !== undefined) return isPrivateIpv4(number);
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.length < 2 || PRIVATE_LABELS.has(labels.at(-1) ?? '');
}

/** The same for an address that a name resolved to, as DNS returns it; `true` where it cannot be read. */
export function isPrivateIp(address: string): boolean {
  const url = `http://${address.includes(':') ? `[${address}]` : address}/`;
  return !URL.canParse(url) || isPrivateAddress(url);
}

function isPrivateIpv4(number: number): boolean {
  return PRIVATE_IPV4.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(number / size) === Math.floor((ipv4Number(network) ?? 0) / size);
  });
}

/**
 * `::1`, `::`, unique local (fc00::/7), link-local (fe80::/10), and IPv4 written as IPv6: mapped (`::ffff:c0a8:1`),
 * compatible (`::c0a8:1`), by NAT64 (`64:ff9b::c0a8:1`), by 6to4 (`2002:c0a8:1::`).
 */
function isPrivateIpv6(address: string): boolean {
  const inner =
    /^(?:::ffff:|::|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address) ??
    /^2002:([\da-f]{1,4}):([\da-f]{1,4}):/.exec(address);
  if (inner) return isPrivateIpv4(Number.parseInt(inner[1] ?? '', 16) * 0x10000 + Number.parseInt(inner[2] ?? '', 16));
  return address === '::1' || address === '::' || /^(?:f[cd]|fe[89ab])/.test(address);
}

function ipv4Number(host: string): number | undefined {
  const parts = host.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}
