/** A family name of one word with its particles, and given names or initials. */
const FAMILY_FIRST = /^((?:\p{Ll}[\p{L}'’]*\s)*[\p{L}'’-]+),\s*(\p{L}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){0,3})$/u;

/**
 * The names of scholarly meta tags with the given name first: `Lee, Ann` → `Ann Lee`. A tag may list several names with
 * semicolons between them. `Ann Lee, Bo Ek` stays: both sides of the comma are whole names.
 */
export function familyFirst(contents: readonly string[]): string[] {
  return contents
    .flatMap((content) => content.split(';'))
    .map((name) => name.trim())
    .map((name) => name.replace(FAMILY_FIRST, '$2 $1'));
}
