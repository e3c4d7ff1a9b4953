import { setFlagsFromString } from 'node:v8';

/**
 * The flag that says how often V8 runs a function before it compiles it into its fastest code, and the value that it has by
 * itself: name and unit change with the version of Node. Since Node 24 a compiler between the two does most of that work,
 * and waiting longer gains nothing.
 */
const FLAGS = new Map([
  ['20', { flag: '--interrupt-budget', usual: 67_584 }],
  ['22', { flag: '--invocation-count-for-turbofan', usual: 3_000 }],
]);

/**
 * Has V8 wait so many times longer than by itself before it compiles. Its compiler took a third of all CPU of a run, in
 * threads beside ours and for each of ours anew: half of it for functions that it compiled again, as the next pages had
 * other shapes. What is hot over many pages is compiled all the same.
 *
 * @param node the version of Node, such as `20.19.0`.
 */
export function compileLater(times: number, node = process.versions.node): void {
  const known = FLAGS.get(node.split('.')[0] ?? '');
  if (known) setFlagsFromString(`${known.flag}=${known.usual * times}`);
}
