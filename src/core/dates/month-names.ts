/** Months (1–12) by their names and abbreviations, lower case. */
export type MonthNames = ReadonlyMap<string, number>;

/** January first. The names of other languages are in `months-of.ts`. */
const ENGLISH = 'january february march april may june july august september october november december'.split(' ');

let english: MonthNames | undefined;

/** The months in English with their abbreviations: `Jan`, `Sept`. Made on first use: most pages state their dates in digits. */
export function englishMonths(): MonthNames {
  english ??= new Map(
    ENGLISH.flatMap((name, index) =>
      [name, name.slice(0, 3), name.slice(0, 4)].map((form) => [form, index + 1] as const),
    ),
  );
  return english;
}
