// Whole formulas: damaged as pages do, and intact.
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';

const clean = createCleaner({ math: 'unicode', mathCertainty: 'normal' });

describe('damaged formulas', () => {
  test.each([
    ['in O(loglog n) rounds or 2^{O(loglog Delta)} steps', 'in O(log log n) rounds or 2^(O(log log Δ)) steps'],
    ['for all xinmathbb{R}^d we have', 'for all x∈ℝᵈ we have'],
    ['with probability at least 1-delta, alphaleq beta^2 holds', 'with probability at least 1-δ, α≤β² holds'],
    ['a rate of O(1/sqrt{n}) and an error of 10^{-6} remain', 'a rate of O(1/√n) and an error of 10⁻⁶ remain'],
    ['the sum sum_{i=1}^n x_i converges as ntoinfty.', 'the sum ∑ᵢ₌₁ⁿ xᵢ converges as n→∞.'],
    [
      'where tilde{O}(n^{1/2}) hides logs and hat{theta} is an estimate',
      'where Õ(n^(1/2)) hides logs and θ̂ is an estimate',
    ],
    ['the sums sum_{i=1}^nx_{ij}, X_nX_n^T and a_ib_i of Lambda_A^nL', 'the sums ∑ᵢ₌₁ⁿxᵢⱼ, XₙXₙᵀ and aᵢbᵢ of Λ_AⁿL'],
    ['scores w^Tx, x^TAx leq alpha x_max, at T_eV = 3', 'scores wᵀx, xᵀAx ≤ α x_max, at T_eV = 3'],
    ['the norm ell_2 of G_{stack} is small', 'the norm ℓ₂ of G_stack is small'],
    ['the largest eigenvalue of mathbf{A}circ mathbf{B}', 'the largest eigenvalue of A∘B'],
    ['the rank of a real 2 times 2 times 2 tensor', 'the rank of a real 2 × 2 × 2 tensor'],
    ['all polynomials of degree k ge 4 have', 'all polynomials of degree k ≥ 4 have'],
    ['for any three-index ltimes mtimes n table over mathbb{R}^d', 'for any three-index l×m×n table over ℝᵈ'],
    [
      'It runs on 8timesA800 and is 1.8 times-2.8 times as fast (pm 0.1).',
      'It runs on 8×A800 and is 1.8 ×-2.8 × as fast (± 0.1).',
    ],
    [
      'It takes 4.5times less memory, 12.1 times less energy, and runs 3 times per day, two times more than now.',
      'It takes 4.5× less memory, 12.1 × less energy, and runs 3 times per day, two times more than now.',
    ],
    [
      'A source is modelled for epsilon > 0. epsilon-machines are small models with additive-epsilon errors.',
      'A source is modelled for ε > 0. ε-machines are small models with additive-ε errors.',
    ],
    [
      'Let delta > 0, and no more than delta amount; see x.org/delta-1.',
      'Let δ > 0, and no more than δ amount; see x.org/delta-1.',
    ],
    [
      'The time is a constant times n^m on a path joining x_1 to x_2.',
      'The time is a constant times nᵐ on a path joining x₁ to x₂.',
    ],
    ['The lambda calculus for lambda > 2^n, on AWS Lambda.', 'The lambda calculus for λ > 2ⁿ, on AWS Lambda.'],
    ['for every x in mathbb{R} and beta in (0, 2)', 'for every x ∈ ℝ and β ∈ (0, 2)'],
    ['The problem is existsmathbb{R}-complete, unless FPTneq W[1].', 'The problem is ∃ℝ-complete, unless FPT≠ W[1].'],
    ['a theory of PiSigma-fields in the LambdaCDM model', 'a theory of ΠΣ-fields in the ΛCDM model'],
    ['The capacity is finite, as Mtoinfty, for pairs tbar{t}.', 'The capacity is finite, as M→∞, for pairs tt̄.'],
    ['any SigmaPiSigma circuit, and the SrightarrowF instability', 'any ΣΠΣ circuit, and the S→F instability'],
    ['a map f: mathcal{H} to mathcal{H}, on chips of 5 mm times 7 mm', 'a map f: ℋ → ℋ, on chips of 5 mm × 7 mm'],
    ['an l-by-m matrix of ltimes m entries, with mathbf{varPsi}', 'an l-by-m matrix of l×m entries, with Ψ'],
    ['for the stable norm text{sum}_{xin H} f_x we show', 'for the stable norm sum_(x∈H) fₓ we show'],
    [
      'an expression E left { X_1^{a_1} right }, of O(left lceil n/2 right rceil)',
      'an expression E { X₁^(a₁) }, of O(⌈n/2⌉)',
    ],
    ['a rate of Oleft({sigma over sqrt{nT}}right) with π_{text{reg} } fixed', 'a rate of O(σ/√(nT)) with π_reg fixed'],
    [
      'from scratchunicode{x2013}a costly way of 30 mus, by a factor (1pm epsilon)',
      'from scratch–a costly way of 30 μs, by a factor (1±ε)',
    ],
    ['at least n{2} edges of N_{c}', 'at least n/2 edges of N_c'],
    ['is 1-1{|Z|} of 1{n} or 1{n^2}, at 5{mu}m and 10{,}000', 'is 1-1/|Z| of 1/n or 1/n², at 5μm and 10,000'],
    ["as ``v_t rightarrow v_{t+1}'' is", 'as “vₜ → vₜ₊₁” is'],
    ['X_n xrightarrow{d} X and Ax - b|_2 leq epsilon |A|_F', 'Xₙ →ᵈ X and Ax - b|₂ ≤ ε |A|_F'],
    ['is Pneq NP, or cle 12 in mathbb{R}^d', 'is P≠NP, or c≤12 in ℝᵈ'],
    ['is epsilon-close to mathcal{N}(0, sigma^2 I)', 'is ε-close to 𝒩(0, σ² I)'],
    ['a (1{+}1) scheme on 12{,}480 files, with n{=}5', 'a (1+1) scheme on 12,480 files, with n=5'],
    ['below 10^-6 here, or 3 x 10^-12 cm^-1', 'below 10⁻⁶ here, or 3 x 10⁻¹² cm⁻¹'],
    ['for p < 10^-8 and epsilon > 0', 'for p < 10⁻⁸ and ε > 0'],
    ['factors with M = ST^top stay, unlike R_K^top R_Q', 'factors with M = ST^⊤ stay, unlike R_K^⊤ R_Q'],
    ['a set of langlequestion, source page, replyrangle triples', 'a set of ⟨question, source page, reply⟩ triples'],
    [
      'The metal mathrm{CsV_3Sb_5} has H_0 = 70,mathrm{km,s^{-1},Mpc^{-1}}',
      'The metal CsV₃Sb₅ has H₀ = 70 km s⁻¹ Mpc⁻¹',
    ],
    ['a mass of 10^9,M_{odot} and int_0^1 f(s),ds', 'a mass of 10⁹ M☉ and ∫₀¹ f(s) ds'],
    ['H cap Z(G)={e} and f:Xto{0,1} and S setminus {0}', 'H ∩ Z(G)={e} and f:X→{0,1} and S ∖ {0}'],
    ['if VertphiVertleq1 and pnmidDelta_E', 'if ‖φ‖≤1 and p∤Δ_E'],
    ['each clip of 2.5,s takes 40,ms and 12,GB', 'each clip of 2.5 s takes 40 ms and 12 GB'],
  ])('%s', (shown, wanted) => expect(clean(shown).text).toBe(wanted));
});

describe('intact formulas', () => {
  test.each([
    ['if $x\\in\\mathbb{R}^d$ then', 'if x∈ℝᵈ then'],
    ['a \\(\\frac{a+b}{c}\\) share', 'a (a+b)/c share'],
    ['of $\\sqrt[3]{n}$ and $\\binom{n}{k}$', 'of ∛n and C(n, k)'],
    ['takes $\\left(1+\\epsilon\\right)$ steps', 'takes (1+ε) steps'],
    ['the $k$-means of $\\bar{x}_{max}$', 'the k-means of x̄ₘₐₓ'],
    [
      'a small ($<$5%) part, length$=$4 in 2023$/$24, a $65\\%$ gain',
      'a small (<5%) part, length=4 in 2023/24, a 65% gain',
    ],
    ['a \\( W^* \\)-space', 'a W*-space'],
    ['in $ O(n^2) $ time on $ G=(V,E) $, by $1:3$ of $n!$', 'in O(n²) time on G=(V,E), by 1:3 of n!'],
    ['for $x \\in \\R^d$ and $\\eps > 0$ there is $\\unicode{x2013}$', 'for x ∈ ℝᵈ and ε > 0 there is –'],
    ['cost $5 and x is $10, or $3 to x^2 $4', 'cost $5 and x is $10, or $3 to x² $4'],
    ['The plasma beta $\\beta=1$ and double beta decay', 'The plasma beta β=1 and double beta decay'],
    ['at $5~M_\\odot$ and $|U_{eN}|^2$, $\\ket{\\psi}$, $3~$GeV', 'at 5 M☉ and |U_(eN)|², |ψ⟩, 3 GeV'],
    [
      '$-\\frac{1}{4}F_{\\mu\\nu}$, $\\log\\frac{L}{a}$, $W_{\\rm enc}x$, $8\\pi G$',
      '-(1/4)F_(μν), log(L/a), W_enc x, 8πG',
    ],
    ['at 5 {\\deg}C and 30 {circ}C', 'at 5 °C and 30 °C'],
    ['at 30$^\\circ$C and $A^{*}$ search', 'at 30°C and A* search'],
  ])('%s', (shown, wanted) => expect(clean(shown).text).toBe(wanted));
});

describe('signs are typed as a careful person types them', () => {
  const ascii = createCleaner({ math: 'ascii', mathCertainty: 'normal' });
  test.each([
    [
      'if xnot=y and x^2=1, $A\\not\\subset B$',
      'if x=\u0338y and x²=1, A⊂\u0338B',
      'if x not = y and x^2=1, A not subset B',
    ],
    [
      'the $\\bar\\partial$-equation and $\\hat{\\otimes}$',
      'the ∂\u0304-equation and ⊗\u0302',
      'the bar(d)-equation and hat(x)',
    ],
    ['x^{frac12} and $\\frac1n$ and $\\frac 32$', 'x^(1/2) and 1/n and 3/2', 'x^(1/2) and 1/n and 3/2'],
    ['O(log_2 n) and $\\sup_x \\sin^2\\theta$', 'O(log₂ n) and supₓ sin²θ', 'O(log_2 n) and sup_x sin^2 theta'],
    [
      'in $n\\times m$, $2\\times 3$, $2\\times n$ or $2\\times\\alpha$',
      'in n×m, 2×3, 2× n or 2×α',
      'in n x m, 2x3, 2 x n or 2 x alpha',
    ],
    [
      'of $\\left\\langle x, y \\right\\rangle$, $\\nabla f$ and $\\forall x$',
      'of ⟨x, y⟩, ∇f and ∀x',
      'of <x, y>, nabla f and forall x',
    ],
    ['$x\\propto y$, $a\\circ b$, $f\\colon X\\to Y$', 'x∝y, a∘b, f: X→Y', 'x prop. to y, a o b, f: X->Y'],
    [
      '$\\frac{\\partial f}{\\partial x}$, $\\frac{2n}{|Z|}$, $\\frac{1}{2n}$',
      '∂f/∂x, 2n/|Z|, 1/(2n)',
      'df/dx, 2n/|Z|, 1/(2n)',
    ],
    ['$\\left.f\\right|_0$ and $\\operatorname*{argmin}_x$', 'f|₀ and argminₓ', 'f|_0 and argmin_x'],
    [
      '$\\begin{pmatrix}a&0\\\\b&1\\end{pmatrix}$, $\\begin{Vmatrix}a\\end{Vmatrix}$',
      '(a 0; b 1), ‖a‖',
      '(a 0; b 1), ||a||',
    ],
    [
      'of $\\begin{cases} 1, & x>0 \\\\ 0 & \\text{else}\\end{cases}$ and $\\left[\\begin{array}{ll} a & b\\end{array}\\right]$',
      'of {1, x>0; 0, else} and [a b]',
      'of {1, x>0; 0, else} and [a b]',
    ],
    [
      'bound \\begin{align*} \\label{eq:1} a &= \\frac12 b, \\\\ c &\\le \\hspace{2pt} d. \\end{align*}where $\\mathbb R$ is',
      'bound a = 1/2 b, c ≤ d. where ℝ is',
      'bound a = 1/2 b, c <= d. where R is',
    ],
  ])('%s', (shown, unicode, plain) => {
    expect(clean(shown).text).toBe(unicode);
    expect(ascii(shown).text).toBe(plain);
  });
});

describe('names glued to what stands beside them', () => {
  const latex = createCleaner({ math: 'latex', mathCertainty: 'normal' });
  test.each([
    ['from 2s^22p^5 at 1.1{^circ}C', 'from 2s²2p⁵ at 1.1°C'],
    ['a set C left(Phi_3right) with mathcal{U}left(nright)', 'a set C (Φ₃) with 𝒰(n)'],
    ['of Gammabigbackslash G/H, x notsubset y_1 and z_{tiny max}', 'of Γ∖ G/H, x ⊂\u0338 y₁ and zₘₐₓ'],
    ['a point of RR^d and sum_{substack{i, j_1}} f', 'a point of ℝᵈ and ∑_(i, j₁) f'],
    ['for begin{pmatrix} a & b c & d end{pmatrix} in SL_2', 'for (a b c d) in SL₂'],
    ['beams of 1,mu K at 10^{11},G and d=5,nm, but f(1,mu)', 'beams of 1 μ K at 10¹¹ G and d=5 nm, but f(1,μ)'],
    ['values frac1{sqrt 2}, e^{-frac Vh} and frac{1}{n!}x^n', 'values 1/√2, e^(-V/h) and (1/(n!))xⁿ'],
    ['where emph{dist}(A, B_1) leq 2 for z_{tiny{dec}}', 'where dist(A, B₁) ≤ 2 for z_dec'],
    [
      'at 3.8muW, 1.2 V/mum and (20,mus), 5 MW/m^2, but 3add/3mul',
      'at 3.8μW, 1.2 V/μm and (20 μs), 5 MW/m², but 3add/3mul',
    ],
    ['the state ErightleftharpoonsI of x_1, at log_{2 }(d)', 'the state E⇌I of x₁, at log₂(d)'],
    ['gives {1 \\over 2} and {q \\epsilon \\over 1 + x} here', 'gives 1/2 and (q ε)/(1 + x) here'],
    ['a threshold p=frac{log n{n}} of x_1, at frac{1{4} - lambda}', 'a threshold p=(log n)/n of x₁, at 1/4 - λ'],
    ['a rate of (frac{1}{K^{1/3} }). It', 'a rate of (1/(K^(1/3))). It'],
    ['$a\\hspace{1em}b$, $c\\hspace{0.3cm}d$, $e\\hspace{-1mm}f$, $g\\hspace{0pt}h$', 'a b, c d, ef, gh'],
    ['in time $O(n \\ceil{k/w})$, where $x \\mbox{ tends to }y$', 'in time O(n \\ceil{k/w}), where x tends to y'],
    ['on the space $% H_p$ with $p = 50%$ and $\\mathbb{R%}^d$', 'on the space Hₚ with p = 50% and ℝᵈ'],
    ['We have xinR^d, XinR^{ntimes p} and betainR^p.', 'We have x∈Rᵈ, X∈R^(n×p) and β∈Rᵖ.'],
    ['A map g:XtoY with PneqNP and UsubsetR^n holds, xsimN(0,1).', 'A map g:X→Y with P≠NP and U⊂Rⁿ holds, x∼N(0,1).'],
    ['the loss L_{rec} + lambdaL_{adv} + betaL_{KL} is', 'the loss L_rec + λL_adv + βL_KL is'],
    ['text-to-image (TrightarrowI), SYNTHIArightarrowCityscapes', 'text-to-image (T→I), SYNTHIA→Cityscapes'],
    ['a sinTheta theorem for x_1 and cosphi + tanalpha', 'a sin Θ theorem for x₁ and cos φ + tan α'],
    ['let mathcal{A} = bigotimes x_1 and y triangleq z_2', 'let 𝒜 = ⨂ x₁ and y ≜ z₂'],
    ['for all lambdain{0.1, 1, 10} and x_1', 'for all λ∈{0.1, 1, 10} and x₁'],
    ['For any delta in (0,1), and x_1', 'For any δ ∈ (0,1), and x₁'],
    ['is sim 10^{6.2}~M_{odot}, at T_1 = 68~mus', 'is ∼ 10^(6.2) M☉, at T₁ = 68 μs'],
    ['the loss L_{init}, L_{hint} and gamma_{pin} with x_{1}', 'the loss Lᵢₙᵢₜ, Lₕᵢₙₜ and γₚᵢₙ with x₁'],
    ['In Max Lin, Max LinAA and for |Psim|, x_1', 'In Max Lin, Max LinAA and for |Psim|, x₁'],
  ])('%s', (shown, wanted) => expect(clean(shown).text).toBe(wanted));

  test.each([
    ['from imagerightarrowtext', 'from image$\\rightarrow$text'],
    ['We propose \\textbf{alpha-DPO}, a method.', 'We propose \\textbf{$\\alpha-DPO$}, a method.'],
    ['as \\textit{DreamFusion}^{2} is, 9times faster', 'as \\textit{DreamFusion}$^{2}$ is, $9\\times$ faster'],
    ['We vary lambdain{0.1, 0.5, 1.0} and x_1', 'We vary $\\lambda\\in\\{0.1, 0.5, 1.0\\}$ and $x_1$'],
    [
      'E^b := bigcap{EV mid V valuation overring of D}, is a star',
      '$E^b := \\bigcap\\{EV \\mid V \\text{valuation overring of} D\\}$, is a star',
    ],
    ['g/2pi = 5.3 MHz and sim6,250 A100', '$g/2\\pi = 5.3$ MHz and $\\sim 6,250$ A100'],
  ])('in LaTeX: %s', (shown, wanted) => expect(latex(shown).text).toBe(wanted));
});

describe('what escapes ate is put back', () => {
  test.each([
    ['at 3imes the speed, with rac{1}{2} of extbf{it} and an abla', 'at 3× the speed, with 1/2 of it and an ∇'],
    ['for lpha = 3 and x pprox y, with ar{x} and oldsymbol{v}', 'for α = 3 and x ≈ y, with x̄ and v'],
    ['an (lpha, eta) pair', 'an (α, β) pair'],
    ['a bar of 3 oz, a rac and 5 ec', 'a bar of 3 oz, a rac and 5 ec'],
  ])('%s', (shown, wanted) => expect(clean(shown).text).toBe(wanted));
});

describe('what was printed reads as finished', () => {
  const ascii = createCleaner({ math: 'ascii', mathCertainty: 'normal' });
  test.each([
    ['runs in n^{(1+Q(1))(k-1)} time', 'runs in n^((1+Q(1))(k-1)) time', 'runs in n^((1+Q(1))(k-1)) time'],
    ['is 2^{O(sqrt{n(k+1)})} big', 'is 2^(O(√(n(k+1)))) big', 'is 2^(O(sqrt(n(k+1)))) big'],
    ['of mathbf{P} bmod mathbf{M} alone', 'of P mod M alone', 'of P mod M alone'],
    ['a vertex vin V setminus S is', 'a vertex v∈V ∖ S is', 'a vertex v in V - S is'],
    ['the norm |cdot|_{2} leq varepsilon holds', 'the norm ‖·‖₂ ≤ ε holds', 'the norm ||*||_2 <= varepsilon holds'],
  ])('%s', (shown, unicode, plain) => {
    expect(clean(shown).text).toBe(unicode);
    expect(clean(unicode).text).toBe(unicode);
    expect(ascii(shown).text).toBe(plain);
    expect(ascii(plain).text).toBe(plain);
  });
});
