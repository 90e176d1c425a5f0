// What must come out as it went in.
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';
import type { MathMode } from '../../src/clean/cleaner.ts';

const UNTOUCHED = [
  'The beta release of the editor is tested 3 times in 5 weeks, from alpha to beta.',
  'Lambda functions are billed per call, and AWS Lambda scales from 1 to 1000.',
  'We meet in room 7 and go to room 9, two times in a row.',
  'Tickets cost from $5 to $20, and less than $0.5 million was paid.',
  'The set {-1, 0, 1} and the pair (UCGM-{T,S}) keep their braces.',
  'Call detect_sarcasm(text) or read my_file_name.txt at https://example.org/a_b/c~d?x=1&y_z=2 today.',
  'Write to some_body@example.org, or use --verbose and -- a flag.'.replace(' -- a', ' a'),
  'Emu3 and Phi-3 are models; Sigma-delta converters and gamma rays are not.',
  'A Raspberry Pi 4 costs 35 dollars; Omega-3 helps, says a sum of studies.',
  'NewtonRewards is a name, and records are culled, cleaned and wrangled in Box_tree.',
  'Open int8 embeddings are published for every year.',
  'It supports Big(ger) graphs, a gammatone filter, and the Ljung-Box test.',
  'Run it 3 times 5 days apart, as shown in [12], in (4) and at 5 pm; it was 2 times 10% off.',
  'Investors speak of alpha and beta, of delta hedging, and of gamma below 1.',
  'The machine has setup times and a wp-formalism; a silver bullet is none.',
  'The Greek letters run from alpha to omega, in scripts and in print.',
  'An alpha-beta search takes 10 minutes; Delta and United fly to 12 cities; n to 1 relations stay.',
  'The template "Translate {src} to {tgt}: {text}" asks for an answer in \\boxed{}.',
  'We compare llama_2_7b, llama_2_13b_chat, claude_3_opus, COCO_2017 and LAION_5B in 3 languages.',
  'The tokens <|im_start|> and <|endoftext|> stand in /home/user/pi/in/to/times_new.txt and s3://bucket/alpha/beta_1.parquet.',
  'Run it with --beta_1 0.9 on phi_1.mat, theta.npy and uint8 data.',
  'The backslash character is escaped, and we mine pos and neg pairs from 3 sets.',
  'Theta brain waves, beta sheets and an alpha helix were seen in 2 of 3 labs.',
  'The mu-law codec, kappa chains, DeltaPhish and the Phi model family are known in 3 fields.',
  'A student seeks to be matched to cap(a) courses on 3 Big(ger) machines, in sb(n) rounds.',
  'Psi is a unit of pressure, 30 psi in each of 4 tires; the chi of tai chi has 24 forms.',
  'Chi, psi and phi are fraternities; Phi Beta Kappa has 290 chapters.',
  'A loglog plot shows the slope of loglog-normal data, and lnln is no word in 2 of 3 lists.',
  'We compare Phi4 (14B), Phi3.5, pi-0 and pi0 in 3 languages.',
  'Small models, such as Mistral, Phi, and Qwen, are used in 3 languages.',
  'After alpha annealing, a delta controller follows; beta densities and a neural delta policy are learned.',
  'Researchers meet in Lambda Bay, with DeltaNet, Sigma-Net and all from A to Z; the A to Z of zeta functions.',
  'MoGU_v2, YOLO_v8n and PM_2.5 stand in file_a.txt, and top_k sampling with top_p=0.9 is used.',
  'A forall loop, "le monde, ne me quitte pas", the vee shape and the perp stay in 2 of 3 texts.',
  'Maximizing Delta-Arm Workspace Utilization',
  'Omega: a benchmark of reasoning in 5 domains',
  'We introduce Sigma, a model of images, and present Gamma-from-Mono (GfM) for roads.',
  'Each call is wrapped in a lambda, "omega" is the last letter, and two times pi is more than six.',
  'Templates such as {{user_name}} and {name}, and config.{json,yaml}, give top_1 accuracy to __init__ and __call__.',
  'Kosáryová and Müller: naïve façade, 5 µm, α-helix, 3 × 4 ≤ 12.',
  'Delta, Lufthansa and KLM fly there; Hurricane Delta was named in 2020, and Sigma will open a shop.',
  'We compare Phi and Gemma, and Psi et al. did so in 2019; at Omega, 40 people work.',
  'The beta was closed in May, the app is in alpha, and beta 3 follows; a beta of 1.2 is high.',
  'Rounds alpha, beta and gamma were graded by 2 teachers; he would adjust gamma or sell alpha.',
  'A syllable such as nu or xi is short, and not one iota is lost; the Pi draws 3 W.',
  'Zephyr-7b-beta, zephyr-7b-alpha, tool 2.0-beta3 and some-org/model-base-alpha-7b are on the hub.',
  'Call `key=lambda p: p[1]`, pass --alpha or --sigma 0.5, and fit Lasso(alpha=0.1) with lr=1e-4, beta1=0.9 and dropout=0.1.',
  'Follow #beta and @omega_psi, and open pi.png, sim.py and out_1.csv.',
  'Set rope_theta, lora_alpha, cos_sim and bbox_top, train q_proj with n_layers, and try min_p of 0.1.',
  'Weights in int8, int4 and bf16, songs in mp3 and mp4, log4j, and rm -rf in a List<int>.',
  'The prod server and the circ desk are down; a dagger, a chat bot and a small cap fund stay in 3 of 4 texts.',
  'An ell of silk cost 3 shillings, and boots from 10 to 14 pounds in 2 shops.',
  "Nuclear factor kappa B, receptor beta, phage lambda, a lambda sensor and Goodman's gamma are known in 4 fields.",
  'Rho is drawn over chi in 3 colours, and with Alpha and omega on both sides.',
  'Nu går det bra, säger han, men nu är det kallt i 2 städer.',
  'PKC alpha, ER beta and PKC delta are listed 3 times per month.',
  'Si usa per le traduzioni, en le comptant, 3 times.',
  'The name psi and the letter digamma are known in 3 towns, where digamma is dead.',
  'A kappa holds tea in 3 prints, with a kappa of 0.6.',
  'The kappa, a spirit, is seen in 3 prints.',
  'Amylase is an enzyme: alpha-amylase, beta-lactam drugs, gamma-secretase and a delta opioid were tried in 4 trials.',
  'Trains that leave after 11 pm had 3 delays, and a delta to the base is stored with a beta for the editor.',
  'Ask for ^1.2.3, match ^(a|b)*abb$ or ^GET, undo HEAD~3, write ^_^, and try beta.1 in place of rc.5.',
  'Run `git reset HEAD~1`, `a--b`, `x\\.y` and `{\\bf a}`, or grep for /cmd\\.exe/i.',
  'Read https://example.org/c--d~e, fill in {TEAM_A}, and set beta_search_v2 once.',
  'Variants such as Delta and Omicron, the alpha and the omega of 2 trials.',
  'The dial turns 2 times per sec, a kite costs 3 times that, and grave 14 lies beside 12 graves.',
  'Players say nu, and most said nu 12 to 15 times; flights by Delta and by 5 others were late.',
  'Managers chase alpha, and pay for beta.',
  'A bot named Sigma7 tells them so 3 times.',
  'In 17 games gamma was moved once. Most turned gamma to the right.',
  'Natural wine 4 times, a pill 3 times and a mule 2 times; mealtimes 5, pastimes 4, circa 1900, hell 8.',
  'A veto of 12, muslin in 3 colours, the barge 2 and 5 pine trees; mu-metal 2 mm thick, pi bonds and sigma bonds.',
  "Judges cite Lambda's briefs, and each station calls Lambda 12 times.",
  'A sigma receptor and a sigma ligand are known; they slept 3 times sooner, once gamma is set per room.',
  'It costs $0 on Delta and on United, and Delta is cheap.',
  'The omega of a company is its last name, and few know the price of pi.',
  'Each writer thanked her beta in 3 of 5 notes.',
  'The xi supercomputer ran for 3 years, with 2 shifts before the 9 pm curfew.',
  'We watched rho Cygni and the eta Lyrids for 3 nights.',
  'Serverless functions of 3 clouds, such as Lambda, are compared.',
  'In 3 adults with Alzheimer disease, tau spread.',
  'Patterns by Gamma and 3 coauthors, or by Gamma and colleagues, are known.',
  'The folders neg and pos hold 3 files; those in neg are short.',
  'The bacteriophage lambda waits in 3 cells.',
  'The macro xi.dot is found in 3 files.',
  'Compare det, inv, cos, sin, tan and exp in 5 libraries.',
  'The packages pint, phi and xi are on PyPI, and the modules ast and re are not.',
  'The router chi has 3 routes in chi.',
  'We read alpha-casein, alpha-1 antitrypsin and a phase alpha, in 3 towns.',
  'TNF-alpha and IFN-gamma are high, circ-Abc1 and circ RNAs are low in 5 mice.',
  'Sigma-1 receptors bind 3 drugs.',
  'We draw it in Gamma, in Figma and by hand, and plan with a tool called Psi-Draw in 4 towns.',
  'Pi mesons, machine epsilon, beta funds and a Xeon Phi stay in 2 of 3 texts.',
  'We push to prod 3 times a week, and speakers say ne 4 times more.',
  'See pages 3~5, layers L1~L4, 2018~now, 1~N and 0~max; the pairs (3,s), (2,GB) and 5,m are lists.',
  'The ranger had to strangle, wrangle and quadrangle 3 times.',
  'A 5" disk and a 7" disk cost 3 dollars; the ``d "e" f has no end.',
  'The list {-} and the pair {+} stay.',
  'The word perp is rare, a "perp" and a "vee" are seen, and tools are named tau or chi in 2 texts.',
];

/** What else the sentence says of mathematics does not matter. */
const BESIDE_MATHEMATICS = [
  'Delta Airlines and Sigma Chi are no letters.',
  'The prod server keeps int8 and bf16 weights.',
  'The command rm deletes, and bold (bf) is a font.',
  'Delta Tau Delta met in 2009, and Phi-3-mini spoke.',
  'It is read in {{ item.title }} by a chat bot.',
  'We approx. doubled it with npm in wp-content, and set it in bold (bf).',
  'Set x to 3, and see it 4 times a day in a Box<dyn Error>.',
  'They type the word alpha 3 times.',
];

test.each(BESIDE_MATHEMATICS)('stays beside a formula: %s', (sentence) => {
  const clean = createCleaner({ math: 'unicode', mathCertainty: 'normal' });
  const { text } = clean(`It takes O(sqrt{n}log n) for all x_i in mathbb{R}^d with |x_i|_2 leq 1. ${sentence}`);
  expect(text).toBe(`It takes O(√n log n) for all xᵢ ∈ ℝᵈ with |xᵢ|₂ ≤ 1. ${sentence}`);
});

describe('good text stays', () => {
  test.each(UNTOUCHED)('%s', (text) => {
    for (const math of ['unicode', 'ascii', 'latex', 'raw'] satisfies MathMode[]) {
      const { text: out, repairs } = createCleaner({ math, mathCertainty: 'normal', explain: true })(text);
      expect(out).toBe(text);
      expect(repairs).toEqual([]);
    }
  });
});

test.each([
  ['Braces { and } delimit blocks, a_i is used.', 'Braces { and } delimit blocks, aᵢ is used.'],
  ['Let a_i be x^2, in [a-z]{2,3} or for {name}.', 'Let aᵢ be x², in [a-z]{2,3} or for {name}.'],
  ['With a_i at {d,d+1} and {Lasso}.', 'With aᵢ at {d,d+1} and Lasso.'],
])('braces that are meant to be seen stay beside a formula: %s', (text, expected) => {
  expect(createCleaner({ math: 'unicode', mathCertainty: 'normal' })(text).text).toBe(expected);
});
