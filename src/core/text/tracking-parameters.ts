/**
 * Query parameters that say how a reader came, never which story it is. Exact names, then beginnings.
 * Source: the lists of Firefox's query stripping and ClearURLs, reduced to those that no site uses to find its stories.
 */
const TRACKING_NAMES: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id ' +
    'oly_anon_id oly_enc_id s_cid cmpid cid_source ncid ocid smid smtyp partner_source share_source share_medium share_token sharer_shareid ' +
    'spm spm_id_from scm from_source isappinstalled nsukey wt_mc wt_zmc wt.mc_id xtor xtref srnd srsltid ito ftag __twitter_impression ' +
    'amp_js_v usqp ref_src ref_url taid guccounter guce_referrer guce_referrer_sig rss_source at_medium at_campaign traffic_source chksm ' +
    'scene clicktime enterid _ga _gl _openstat ns_campaign ns_mchannel wfr'
  ).split(' '),
);
const TRACKING_STARTS: readonly string[] = ['utm_', 'hsa_', 'pk_', 'piwik_', 'mtm_', 'matomo_', 'at_custom', 'stm_'];

/** Tells whether a query parameter only tracks. Names are compared without case. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_NAMES.has(lower) || TRACKING_STARTS.some((start) => lower.startsWith(start));
}
