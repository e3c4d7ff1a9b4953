/** The filters that are always there. */
export const SHELVES = ['all', 'week', 'waiting', 'changed', 'highlights', 'trash'] as const;
export type Filter = (typeof SHELVES)[number];

export const SORTS = ['story', 'clipped', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What the page shows. All of it is in the address, so that every state can be gone back to, kept and sent. */
export interface View {
  readonly q: string;
  readonly filter: Filter;
  /** Filters; empty for none. */
  readonly site: string;
  readonly tag: string;
  readonly year: string;
  readonly folder: string;
  readonly sort: Sort;
  /** The clip that is read; empty for none. */
  readonly clip: string;
  /** `read`: the clip alone, in the reader view. */
  readonly mode: 'list' | 'read';
}

export const START: View = {
  ...{ q: '', filter: 'all', site: '', tag: '', year: '', folder: '', sort: 'story' },
  ...{ clip: '', mode: 'list' },
};

/** The view that an address's fragment says, `#q=…&site=…`; what it does not say, or says wrongly, is as at the start. */
export function viewOfHash(hash: string): View {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: keyof View): string => said.get(name) ?? '';
  return {
    q: text('q'),
    filter: SHELVES.find((filter) => filter === text('filter')) ?? START.filter,
    site: text('site'),
    tag: text('tag'),
    year: text('year'),
    folder: text('folder'),
    sort: SORTS.find((sort) => sort === text('sort')) ?? START.sort,
    clip: text('clip'),
    mode: text('mode') === 'read' ? 'read' : START.mode,
  };
}

/** The fragment for a view, only what differs from the start in it; empty for the start itself. */
export function hashOfView(view: View): string {
  const names = Object.keys(START) as (keyof View)[];
  const said = names.filter((name) => view[name] !== START[name]).map((name) => [name, view[name]]);
  return said.length === 0 ? '' : `#${new URLSearchParams(said)}`;
}

/** Whether two views show the same filter, whatever is searched for or read there. */
export function isSamePlace(a: View, b: View): boolean {
  return (['filter', 'site', 'tag', 'year', 'folder'] as const).every((field) => a[field] === b[field]);
}
