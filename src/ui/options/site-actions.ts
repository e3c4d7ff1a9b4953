import type { SiteSettings } from '../../settings/site-settings.ts';
import type { OptionsPorts } from './ports.ts';
import type { ActionDeps, OptionsState } from './state.ts';

/** Changes what is set for single sites. */
export function siteActions({ state, act }: ActionDeps, ports: OptionsPorts) {
  async function withSites(sites: SiteSettings, before?: SiteSettings): Promise<Partial<OptionsState>> {
    await ports.saveSites(sites);
    const { sitesBefore: _older, ...rest } = state.value;
    state.value = rest;
    return { sites, ...(before ? { sitesBefore: before } : {}) };
  }

  return {
    saveSites: (sites: SiteSettings) => act(() => withSites(sites, state.value.sites)),
    /** Adds what a file holds. An entry of the same places is replaced. */
    importSites: (file: SiteSettings) =>
      act(() => {
        const { rules, defaults } = state.value.sites;
        return withSites(
          { rules: mergedByPlaces(rules, file.rules), defaults: mergedByPlaces(defaults, file.defaults) },
          state.value.sites,
        );
      }),
    undoSites: () => act(() => withSites(state.value.sitesBefore ?? state.value.sites)),
  };
}

function mergedByPlaces<Entry extends { readonly places: readonly string[] }>(
  old: readonly Entry[],
  added: readonly Entry[],
): readonly Entry[] {
  const taken = new Set(added.map(({ places }) => places.join()));
  return [...old.filter(({ places }) => !taken.has(places.join())), ...added];
}
