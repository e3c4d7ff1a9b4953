import { type ESTree, type Plugin, parseAst } from 'vite';

/**
 * Makes an engine compile all functions of a script as it reads it. V8 else skips over a function, parses it again at its
 * first call, and skips over those in it once more. A clip calls nine tenths of its script, and each for the first time:
 * without the second reading it takes some hundredths less of the page's thread. The sign is a parenthesis in front of the
 * function, in Firefox as well: https://v8.dev/blog/preparser#pife
 *
 * @param environment of the build whose scripts are changed.
 */
export function compileEagerly(environment?: string): Plugin {
  return {
    name: 'jianbao-compile-eagerly',
    applyToEnvironment: ({ name }) => environment === undefined || name === environment,
    // After the minifier, which drops parentheses.
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.code = withEagerFunctions(output.code);
      }
    },
  };
}

/**
 * The same script with every function in parentheses, but for methods of classes. Declarations become variables at the
 * beginning of the function around them, where they have their values before any statement runs.
 */
export function withEagerFunctions(code: string): string {
  const program = parseAst(code);
  return print(code, program, program.body);
}

type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression;

/** A part of the source, and what replaces it. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param statements of a function's body or of the script, whose declarations are moved to their beginning. */
function print(code: string, node: FunctionNode | ESTree.Program, statements: readonly ESTree.Node[]): string {
  const edits: Edit[] = [];
  const declared: string[] = [];
  for (const { owner, inner } of functionsIn(node)) {
    const text = print(code, inner, inner.body?.type === 'BlockStatement' ? inner.body.body : []);
    const { start, end } = inner;
    if (statements.includes(inner) && inner.type === 'FunctionDeclaration' && inner.id) {
      declared.push(`${inner.id.name}=(${withoutName(text)})`);
      edits.push({ start, end, text: '' });
    } else if (isPlainMethod(owner, code)) {
      const name = code.slice(owner.key.start, owner.key.end);
      edits.push({ start: owner.start, end, text: `${name}:(function${inner.generator ? '*' : ''}${text})` });
    } else
      edits.push({
        start,
        end,
        text: isExpression(inner, owner) && !isCalled(inner, owner, code) ? `(${text})` : text,
      });
  }
  const first = statements.find((statement) => !('directive' in statement));
  if (first && declared.length > 0)
    edits.push({ start: first.start, end: first.start, text: `var ${declared.join(',')};` });
  return replaced(code, node, edits);
}

/** The outermost functions in a node, each with the node that it is a part of. */
function functionsIn(node: ESTree.Node): { owner: ESTree.Node; inner: FunctionNode }[] {
  return childrenOf(node).flatMap((child) =>
    isFunction(child) ? [{ owner: node, inner: child }] : functionsIn(child),
  );
}

function childrenOf(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function isFunction(node: ESTree.Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** False for declarations, and for what is written without `function`: methods, getters. */
function isExpression(node: FunctionNode, owner: ESTree.Node): boolean {
  if (owner.type === 'Property') return owner.kind === 'init' && !owner.method;
  return node.type !== 'FunctionDeclaration' && owner.type !== 'MethodDefinition';
}

/** True for a function that is called where it is written, which is in parentheses already but behind `=` and the like. */
function isCalled(node: FunctionNode, owner: ESTree.Node, code: string): boolean {
  return owner.type === 'CallExpression' && owner.callee === node && code.charAt(node.start - 1) === '(';
}

/** A method of an object that can be a property just as well. */
function isPlainMethod(node: ESTree.Node, code: string): node is ESTree.ObjectProperty {
  if (node.type !== 'Property' || !node.method || node.computed || node.value.type !== 'FunctionExpression')
    return false;
  return !node.value.async && !/\bsuper\b/.test(code.slice(node.start, node.end));
}

function withoutName(declaration: string): string {
  return declaration.replace(/^((?:async )?function\*?) ?[\w$]+/, '$1');
}

function replaced(code: string, { start, end }: ESTree.Node, edits: readonly Edit[]): string {
  let text = '';
  let at = start;
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at, end);
}
