/** Only the parser of css-tree: the whole of it loads its dictionary of CSS too. */
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
