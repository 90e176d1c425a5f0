// Words beside which the name of a Greek letter is plain English.

/** Of each name its words, with a space before and behind each: to look one up is to look for it in the string. */
const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows.split('\n').map((row) => {
      const colon = row.indexOf(':');
      return [row.slice(0, colon), `${row.slice(colon + 1)} `] as const;
    }),
  );

/** After the name: "beta version". */
export const PROSE_AFTER: ReadonlyMap<string, string> =
  table(`alpha: channel channels blending testing release releases version versions test tests male males to particle particles waves rhythm compositing matting matte mattes zero go generation synuclein centauri beta brain helix helices lactalbumin casein diversity wolf dog dogs romeo female females wolves actinin adrenergic amanitin amylase amylases defensin fetoprotein glucosidase ketoglutarate linolenic lipoic mannosidase pinene terpineol tocopherol toxin tubulin
beta: testing version versions release releases test tests tester testers blocker blockers waves carotene stock stocks fund funds cells cell software users program phase reader readers thalassemia brain sheet sheets strand strands diversity coefficient coefficients amyloid max carotenes actin adrenergic agonist agonists alanine arrestin catenin cyclodextrin endorphin globin glucan glucans hydroxybutyrate lactam lactams lactamase lactamases pinene secretase sitosterol tubulin
gamma: rays ray correction camera cameras knife globulin scalping waves spectroscopy radiation encoding burst bursts brain aminobutyric globulins interferon ramp glutamyl hydroxybutyrate linolenic secretase tocopherol
delta: robot robots encoding lake lakes modulation hedging sleep sleeps waves wing variant compression airlines air region force hedge debugging lake state rule plane neutral brain airlines pilots plus dental smelt blues works epsilon sigma smelts opioid opioids
lambda: chain chains light calculus calculi expression expressions function functions architecture school labs term terms abstraction abstractions phage layer layers labs repressor sensor sensors probe probes
omega: chain chains 3 6 watch watches fatty point acids speedmaster seamaster block centauri meson mesons
sigma: delta computing aldrich six male rule factor factors bond bonds chi kappa lens lenses s receptor receptors ligand ligands
phi: model models family families coefficient coefficients 1 2 3 4 beta delta kappa meson mesons
pi: calculus calculi day 1 2 3 4 zero network pico board boards bond bonds meson mesons
tau: protein proteins pathology tangles leaping lepton leptons neutrino neutrinos leap ceti bench deposits pet burden aggregates aggregation phosphorylation imaging pathologies detector
theta: waves wave rhythm rhythms oscillations burst roles role brain decay network
mu: law rhythm rhythms opioid receptor receptors variant suppression opioids agonist agonists detector metal
nu: metal
chi: router squared square energy gong kung omega sao minh
eta: squared meson mesons
kappa: chain chains light statistic statistics coefficient coefficients score scores value values sigma agreement b casein opioid opioids
rho: gtpase gtpases kinase meson mesons
psi: sandbox upsilon meson mesons
epsilon: toxin eridani
upsilon: meson mesons
times: square
sim: racing racer card cards swap swapping`);

/** Before the name: "Raspberry Pi". */
export const PROSE_BEFORE: ReadonlyMap<string, string> =
  table(`alpha: letter letters cronbach's cronbach krippendorff's release wolfram seeking premultiplied receptor interleukin
beta: letter letters phi closed open public private to or alpha receptor interleukin
omega: letter letters to mcdonald's krill
delta: letter letters sigma river okavango mekong nile hurricane star squad force niger mississippi ganges danube yangtze pearl
lambda: aws amazon letter wilks' wilks phage bacteriophage
pi: raspberry letter
sigma: six lean delta letter
kappa: cohen's fleiss' fleiss's cohen fleiss letter weighted nf
tau: kendall's kendall letter amyloid phosphorylated
rho: spearman's spearman letter
gamma: letter interferon display
mu: letter prefix phage
nu: letter or
theta: letter
phi: letter xeon
chi: letter tai router
psi: letter
epsilon: letter machine
iota: one an
sim: flight driving
times: of at all many several other travel waiting response run running reaction financial york setup processing service arrival completion execution release computation access delay
box: ljung jung white black glass sand tool
le: et est pour dans que par sur avec comme ou si`);
