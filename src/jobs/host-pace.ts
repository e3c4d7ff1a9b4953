/** Says which sites may be asked for a page now: one page at a time of each, with a pause between two. */
export interface HostPace {
  /** When a page of this host may be asked for, in Unix milliseconds; `Infinity` while one is under way. */
  freeAt(host: string): number;
  begin(host: string): void;
  /** Lets a host go that was not asked for anything. */
  release(host: string): void;
  /** @param notBefore when the host itself asked for the next, in Unix milliseconds. */
  end(host: string, now: number, notBefore?: number): void;
}

/** @param pause milliseconds between the end of one page and the next of the same host. */
export function createHostPace(pause: number): HostPace {
  const free = new Map<string, number>();
  return {
    freeAt: (host) => free.get(host) ?? 0,
    begin(host) {
      free.set(host, Number.POSITIVE_INFINITY);
    },
    release(host) {
      free.delete(host);
    },
    end(host, now, notBefore = 0) {
      free.set(host, Math.max(now + pause, notBefore));
    },
  };
}

/** The host of an address; the address itself where it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
