/** Signs that TeX has words for. Others, and all letters, are written unchanged: current TeX engines read Unicode. */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    '∑ sum ∏ prod ∫ int ∮ oint ∞ infty ≤ le ≥ ge ≠ ne ≈ approx ≡ equiv ± pm ∓ mp × times ÷ div ⋅ cdot · cdot → to ← leftarrow ⇒ Rightarrow ⇔ Leftrightarrow ↦ mapsto ' +
    '∈ in ∉ notin ⊂ subset ⊆ subseteq ∪ cup ∩ cap ∅ emptyset ∀ forall ∃ exists ∂ partial ∇ nabla … ldots ⋯ cdots ∼ sim ∝ propto ∧ land ∨ lor ¬ neg ⟨ langle ⟩ rangle ‖ Vert ' +
    'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ varphi ϕ phi χ chi ψ psi ω omega ' +
    'Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega'
  )
    .split(' ')
    .flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, `\\${all[at + 1]}`] as const] : [])),
);

const FUNCTIONS = new Set(
  'arccos arcsin arctan cos cosh cot det dim exp gcd inf ker lim ln log max min sin sinh sup tan tanh'.split(' '),
);
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['¯', 'overline'],
  ['‾', 'overline'],
  ['^', 'hat'],
  ['ˆ', 'hat'],
  ['~', 'tilde'],
  ['˜', 'tilde'],
  ['→', 'vec'],
  ['˙', 'dot'],
  ['¨', 'ddot'],
]);
/** Deeper trees are not taken as formulas. */
const MAX_DEPTH = 60;

/** Returns TeX for a presentation MathML tree (MathML Core, 3): for the few pages with neither TeX nor `alttext`. */
export function texOfMathml(element: Element, depth = 0): string {
  const parts = [...element.children];
  const part = (at: number): string => (parts[at] ? texOfMathml(parts[at], depth + 1) : '');
  const row = (): string => parts.map((child) => texOfMathml(child, depth + 1)).join(' ');
  const text = (element.textContent ?? '').trim();
  if (depth > MAX_DEPTH) return text;
  switch (element.localName) {
    case 'mi':
      return WORDS.get(text) ?? (FUNCTIONS.has(text) ? `\\${text}` : text.length > 1 ? `\\mathrm{${text}}` : text);
    case 'mo':
      return WORDS.get(text) ?? (/^[{}%#&$_]$/.test(text) ? `\\${text}` : /^[\u2061-\u2064]$/.test(text) ? '' : text);
    case 'mn':
      return text;
    case 'mtext':
    case 'ms':
      return `\\text{${text.replace(/[{}\\]/g, '')}}`;
    case 'mspace':
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac':
      return `\\frac{${part(0)}}{${part(1)}}`;
    case 'msqrt':
      return `\\sqrt{${row()}}`;
    case 'mroot':
      return `\\sqrt[${part(1)}]{${part(0)}}`;
    case 'msub':
      return `${base(part(0))}_{${part(1)}}`;
    case 'msup':
      return `${base(part(0))}^{${part(1)}}`;
    case 'msubsup':
    case 'munderover':
      return `${base(part(0))}_{${part(1)}}^{${part(2)}}`;
    case 'munder':
      return `${base(part(0))}_{${part(1)}}`;
    case 'mover':
      return over(part(0), (parts[1]?.textContent ?? '').trim(), part(1));
    case 'mtable':
      return `\\begin{matrix} ${parts.map((child) => texOfMathml(child, depth + 1)).join(' \\\\ ')} \\end{matrix}`;
    case 'mtr':
      return parts.map((child) => texOfMathml(child, depth + 1)).join(' & ');
    case 'mfenced':
      return `\\left${element.getAttribute('open') ?? '('} ${parts.map((child) => texOfMathml(child, depth + 1)).join(', ')} \\right${element.getAttribute('close') ?? ')'}`;
    default:
      return parts.length > 0 ? row() : text;
  }
}

/** What a script hangs on, in braces where it is more than one thing. */
function base(tex: string): string {
  return /^(?:.|\\[A-Za-z]+)$/u.test(tex) ? tex : `{${tex}}`;
}

function over(tex: string, sign: string, above: string): string {
  const accent = ACCENTS.get(sign);
  return accent ? `\\${accent}{${tex}}` : `\\overset{${above}}{${tex}}`;
}
