import * as v from 'valibot';
import { ownObject } from '../model/own-object.ts';
import type { SiteDefaults } from '../model/site-defaults.ts';
import type { SiteRule } from '../model/site-rule.ts';
import { siteRuleSchema } from './site-rule-schema.ts';

/** What is known and set for sites, as a file holds it. */
export interface SiteFile {
  readonly rules: readonly SiteRule[];
  readonly defaults: readonly SiteDefaults[];
}

/** Why a file is not taken: it is not JSON, or an entry has a fault. */
export type SiteFileFault =
  | { readonly code: 'not-json' }
  /** `entry` names it: `rules.2.drop`. */
  | { readonly code: 'faulty'; readonly entry: string };

const MAX_ENTRIES = 2_000;
const MAX_TAGS = 50;
const MAX_LENGTH = 200;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_LENGTH));
const placesOfRule = v.array(text);

/** The form of a place is that of a rule's. */
const hasPlaces = v.check((value: unknown) => v.is(siteRuleSchema, value));

export const siteDefaultsSchema: v.GenericSchema<unknown, SiteDefaults> = v.pipe(
  v.unknown(),
  hasPlaces,
  ownObject({
    places: placesOfRule,
    preset: v.exactOptional(text),
    tags: v.exactOptional(v.pipe(v.array(text), v.maxLength(MAX_TAGS))),
    target: v.exactOptional(text),
  } satisfies Record<keyof SiteDefaults, v.GenericSchema>),
);

const siteFile = ownObject({
  rules: v.optional(v.pipe(v.array(siteRuleSchema), v.maxLength(MAX_ENTRIES)), []),
  defaults: v.optional(v.pipe(v.array(siteDefaultsSchema), v.maxLength(MAX_ENTRIES)), []),
});

/** Reads rules and defaults from a file: `{ rules, defaults }`, or a list of rules. It may be damaged or hostile. */
export function readSiteFile(
  content: string,
): { readonly ok: true; readonly file: SiteFile } | { readonly ok: false; readonly fault: SiteFileFault } {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, fault: { code: 'not-json' } };
    throw error;
  }
  const result = v.safeParse(siteFile, Array.isArray(value) ? { rules: value } : value);
  if (result.success) return { ok: true, file: result.output };
  const [issue] = result.issues;
  return { ok: false, fault: { code: 'faulty', entry: v.getDotPath(issue) ?? '' } };
}

/** Writes the file that `readSiteFile` reads. */
export function writeSiteFile({ rules, defaults }: SiteFile): string {
  return `${JSON.stringify({ rules, defaults }, null, 2)}\n`;
}
