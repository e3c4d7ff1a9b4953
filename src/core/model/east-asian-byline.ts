/** Names found in a line, with how sure the line makes it: 3 said outright, 2 in a bracket or behind an office, 1 guessed. */
export interface EastAsianByline {
  readonly names: readonly string[];
  readonly sureness: 1 | 2 | 3;
}
