/** Of pinyin-pro's own files, which have no types: all its words, the surnames among them. */
declare module 'pinyin-pro/dist/esm/data/patterns.mjs' {
  export const PatternsNormal: readonly { readonly zh: string }[];
}
