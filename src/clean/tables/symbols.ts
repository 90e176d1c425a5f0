// Symbols: command name, the glyph that a careful person types, and how plain ASCII says it.

/** What a symbol is to its neighbours: a letter, a relation, an operator, or something that opens, closes or parts. */
export type SymbolKind = 'ord' | 'rel' | 'bin' | 'big' | 'open' | 'close' | 'punct';

/** One row of the table. */
export interface Glyph {
  readonly unicode: string;
  readonly ascii: string;
  readonly kind: SymbolKind;
}

const LETTERS = `alpha α;beta β;gamma γ;delta δ;epsilon ε;varepsilon ε;zeta ζ;eta η;theta θ;vartheta ϑ;iota ι;kappa κ
varkappa ϰ;lambda λ;mu μ;nu ν;xi ξ;omicron ο;pi π;varpi ϖ;rho ρ;varrho ϱ;sigma σ;varsigma ς;tau τ;upsilon υ;phi φ
varphi φ;chi χ;psi ψ;omega ω;Gamma Γ;Delta Δ;Theta Θ;Lambda Λ;Xi Ξ;Pi Π;Sigma Σ;Upsilon Υ;Phi Φ;Psi Ψ;Omega Ω;digamma ϝ
varGamma Γ;varDelta Δ;varTheta Θ;varLambda Λ;varXi Ξ;varPi Π;varSigma Σ;varPhi Φ;varPsi Ψ;varOmega Ω
infty ∞ inf;hbar ℏ hbar;hslash ℏ hbar;ell ℓ l;aleph ℵ aleph;beth ℶ beth;gimel ℷ gimel;Re ℜ Re;Im ℑ Im;wp ℘ P
imath ı i;jmath ȷ j;partial ∂ d;nabla ∇ nabla;emptyset ∅ emptyset;varnothing ∅ emptyset;forall ∀ forall;exists ∃ exists;nexists ∄ not exists
neg ¬ not;lnot ¬ not;top ⊤ T;bot ⊥ bot;angle ∠ angle;triangle △ triangle;square □ square;Box □ box;blacksquare ■ box
Diamond ◇ diamond;diamondsuit ♢ diamond;heartsuit ♡ heart;clubsuit ♣ club;spadesuit ♠ spade
sharp ♯ #;flat ♭ b;natural ♮ natural;prime ′ ';backprime ‵ \`;degree ° deg;textdegree ° deg;checkmark ✓ v;bigstar ★ *
backslash ∖ \\;sun ☉ sun;Sun ☉ sun;ldots … ...;dots … ...;dotsc … ...;dotsb ⋯ ...;cdots ⋯ ...;vdots ⋮ ...;ddots ⋱ ...
complement ∁ complement;eth ð d;mho ℧ mho;Bbbk 𝕜 k;Finv Ⅎ F;varinjlim lim→ lim->;varprojlim lim← lim<-;surd √ sqrt;copyright © (c);pounds £ GBP;textyen ¥ JPY;yen ¥ JPY
S § S;P ¶ P;circledR ® (R);textmu µ u;micro µ u;AA Å A;aa å a;AE Æ AE;ae æ ae;OE Œ OE;oe œ oe;O Ø O;o ø o;L Ł L;l ł l
ss ß ss;i ı i;j ȷ j;dag † +;ddag ‡ ++;lozenge ◊ diamond;blacktriangle ▲ triangle;varkappa ϰ kappa`;

const RELATIONS = `leq ≤ <=;le ≤ <=;leqslant ≤ <=;leqq ≦ <=;geq ≥ >=;ge ≥ >=;geqslant ≥ >=;geqq ≧ >=;neq ≠ !=;ne ≠ !=
ll ≪ <<;gg ≫ >>;lll ⋘ <<<;ggg ⋙ >>>;approx ≈ ~;approxeq ≊ ~=;sim ∼ ~;simeq ≃ ~=;cong ≅ ~=;equiv ≡ ==;propto ∝ prop. to
varpropto ∝ prop. to;lesssim ≲ <~;gtrsim ≳ >~;lessapprox ⪅ <~;gtrapprox ⪆ >~;ltsim ≲ <~;gtsim ≳ >~;lsim ≲ <~;gsim ≳ >~;simlt ≲ <~;simgt ≳ >~
prec ≺ <;succ ≻ >;preceq ⪯ <=;succeq ⪰ >=;preccurlyeq ≼ <=;succcurlyeq ≽ >=;doteq ≐ =;asymp ≍ ~;triangleq ≜ :=;coloneqq ≔ :=;bumpeq ≏ ~
in ∈ in;notin ∉ not in;ni ∋ ni;owns ∋ ni;subset ⊂ subset;supset ⊃ supset;subseteq ⊆ subseteq;supseteq ⊇ supseteq
subsetneq ⊊ subsetneq;supsetneq ⊋ supsetneq;varsubsetneq ⊊ subsetneq;varsupsetneq ⊋ supsetneq;nsubseteq ⊈ not subseteq;sqsubseteq ⊑ subseteq;sqsupseteq ⊒ supseteq;sqsubset ⊏ subset
perp ⊥ perp;parallel ∥ parallel;nparallel ∦ not parallel;models ⊨ models;vDash ⊨ models;vdash ⊢ |-;dashv ⊣ -|;Vdash ⊩ ||-
nmid ∤ not divides;nleq ≰ not <=;ngeq ≱ not >=;nless ≮ not <;ngtr ≯ not >;lessgtr ≶ <>;gtrless ≷ ><;between ≬ between
to → ->;rightarrow → ->;leftarrow ← <-;gets ← <-;leftrightarrow ↔ <->;Rightarrow ⇒ =>;Leftarrow ⇐ <=;Leftrightarrow ⇔ <=>
longrightarrow ⟶ -->;longleftarrow ⟵ <--;longleftrightarrow ⟷ <-->;Longrightarrow ⟹ ==>;Longleftarrow ⟸ <==;Longleftrightarrow ⟺ <==>
mapsto ↦ |->;longmapsto ⟼ |-->;hookrightarrow ↪ ->;hookleftarrow ↩ <-;uparrow ↑ ^;downarrow ↓ v;updownarrow ↕ ^v
Uparrow ⇑ ^;Downarrow ⇓ v;rightharpoonup ⇀ ->;rightharpoondown ⇁ ->;leftharpoonup ↼ <-;rightleftharpoons ⇌ <=>;leadsto ⇝ ~>;rightsquigarrow ⇝ ~>
iff ⟺ <=>;implies ⟹ =>;impliedby ⟸ <=;twoheadrightarrow ↠ ->>;rightarrowtail ↣ >->;nearrow ↗ /;searrow ↘ ->;swarrow ↙ /;nwarrow ↖ <-
curvearrowright ↷ ->;curvearrowleft ↶ <-;rightrightarrows ⇉ =>;leftrightarrows ⇆ <->;rightleftarrows ⇄ <->;nrightarrow ↛ -/->
colon : :;mid | |;bowtie ⋈ bowtie;Join ⋈ join;trianglelefteq ⊴ <=;trianglerighteq ⊵ >=;because ∵ because;therefore ∴ therefore
multimap ⊸ -o;upharpoonright ↾ ;restriction ↾ ;backsim ∽ ~;eqsim ≂ ~;thicksim ∼ ~;thickapprox ≈ ~;gtreqless ⋛ ><;lesseqgtr ⋚ <>
sqsupset ⊐ supset;Subset ⋐ subset;subseteqq ⫅ subseteq;supseteqq ⫆ supseteq;precsim ≾ <~;succsim ≿ >~;lneq ⪇ <;gneq ⪈ >;ncong ≇ !~=;nsim ≁ !~`;

const BINARY = `times × x;div ÷ /;pm ± +/-;mp ∓ -/+;cdot · *;star ⋆ *;ast ∗ *;circ ∘ o;bullet • *;oplus ⊕ (+);ominus ⊖ (-);otimes ⊗ (x)
odot ⊙ (.);oslash ⊘ (/);dagger † +;ddagger ‡ ++;wedge ∧ and;land ∧ and;vee ∨ or;lor ∨ or;cap ∩ cap;cup ∪ cup;sqcup ⊔ cup;sqcap ⊓ cap
uplus ⊎ cup;setminus ∖ -;smallsetminus ∖ -;ltimes ⋉ x;rtimes ⋊ x;wr ≀ wr;amalg ⨿ amalg;diamond ⋄ <>;boxtimes ⊠ [x];boxplus ⊞ [+]
boxdot ⊡ [.];circledast ⊛ (*);circledcirc ⊚ (o);bigcirc ◯ O;triangleleft ◁ <;triangleright ▷ >;lhd ◁ <;rhd ▷ >;unlhd ⊴ <=;unrhd ⊵ >=;barwedge ⊼ nand;veebar ⊻ xor
curlywedge ⋏ and;curlyvee ⋎ or;dotplus ∔ +;intercal ⊺ T;divideontimes ⋇ x;bigtriangleup △ triangle;bigtriangledown ▽ triangle
vartriangle △ triangle;triangledown ▽ triangle;vartriangleleft ⊲ <;vartriangleright ⊳ >;centerdot · *;bigtimes × x`;

const BIG = `sum ∑ sum;prod ∏ prod;coprod ∐ coprod;int ∫ int;iint ∬ iint;iiint ∭ iiint;oint ∮ oint;bigcup ⋃ cup;bigcap ⋂ cap
bigoplus ⨁ (+);bigotimes ⨂ (x);bigodot ⨀ (.);bigvee ⋁ or;bigwedge ⋀ and;bigsqcup ⨆ cup;biguplus ⨄ cup`;

const OPEN = 'langle ⟨ <;lfloor ⌊ floor(;lceil ⌈ ceil(;llbracket ⟦ [[;lbrace { {;lbrack [ [;lvert | |;lVert ‖ ||';
const CLOSE = 'rangle ⟩ >;rfloor ⌋ );rceil ⌉ );rrbracket ⟧ ]];rbrace } };rbrack ] ];rvert | |;rVert ‖ ||';
const PUNCT = "vert | |;Vert ‖ ||;lq ‘ ';rq ’ '";

const rows = new Map<string, Glyph>();
const greek = new Set<string>();

function fill(kind: SymbolKind, table: string): void {
  for (const row of table.replaceAll('\n', ';').split(';')) {
    const parts = row.split(' ');
    const name = parts[0] ?? '';
    const unicode = parts[1] ?? '';
    rows.set(name, { unicode, ascii: parts.slice(2).join(' ') || name, kind });
    if (unicode >= '\u0370' && unicode < '\u0400') greek.add(name);
  }
}
fill('ord', LETTERS);
fill('rel', RELATIONS);
fill('bin', BINARY);
fill('big', BIG);
fill('open', OPEN);
fill('close', CLOSE);
fill('punct', PUNCT);

/** Every symbol by its command's name, without the backslash. */
export const SYMBOLS: ReadonlyMap<string, Glyph> = rows;

/** The names of Greek letters. */
export const GREEK: ReadonlySet<string> = greek;
