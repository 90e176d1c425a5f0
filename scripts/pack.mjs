// Makes starting cheap: what every run needs goes into one file, and V8's code cache for it lies beside it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

const REQUIRE = /require\("(\.\/[^"]+\.cjs)"\)/g;

/**
 * Takes the CommonJS files by name and gives them back with all that the roots need at once packed into core.cjs.
 * `require('./core.cjs')(name)` gives a packed file's exports; each is run once, whoever asks first. As a script, for
 * the code cache, it gives the function that fills its module.
 */
export function pack(files, roots) {
  const packed = closure(files, roots);
  const parts = [...packed].map((name) => `${JSON.stringify(name)}:(exports,require,module)=>{${files.get(name)}\n}`);
  const core = `(define=>typeof module==='undefined'?define:define(module,require))((module,require)=>{
const parts={${parts.join(',')}},made={};
module.exports=function need(name){
if(!(name in parts))return require(name);
if(name in made)return made[name].exports;
const module=made[name]={exports:{}};
parts[name](module.exports,need,module);
return module.exports}})`;
  const start = START.replace('HASH', createHash('sha256').update(core).digest('hex').slice(0, 12));
  const others = [...files].filter(([name]) => !packed.has(name));
  const toCore = (call, name) => (packed.has(name) ? `require("./core.cjs")(${JSON.stringify(name)})` : call);
  return new Map([
    ['./core.cjs', core],
    ['./start.cjs', `${start}require('./core.cjs')('./cli.cjs');\n`],
    ['./start-worker.cjs', `${start}module.exports=require('./worker.cjs');\n`],
    ...others.map(([name, code]) => [name, code.replace(REQUIRE, toCore)]),
  ]);
}

/** Runs the program once on the seed dump and keeps the code that V8 compiled for it. */
export function makeCodeCache() {
  const env = { ...process.env, PAPERSIFT_MAKE_CACHE: '1' };
  const args = ['bin/papersift.js', 'fixtures/hf-search/seed.txt'];
  execFileSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The files that the roots need as soon as they are loaded (what is loaded later stands inside a `then`, with blanks in it or not). */
function closure(files, roots) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const code = (files.get(name) ?? '').replace(/\.then\(\(\)\s*=>.{0,40}?require\("[^"]+"\)/g, '');
    for (const [, to] of code.matchAll(REQUIRE)) if (files.has(to)) visit(to);
  };
  for (const root of roots) visit(root);
  return found;
}

/**
 * The start of the program, and of each worker thread. The cache's name has the hash of what it was made of, Node's version and the machine's
 * kind in it, and V8 checks it once more; without one everything is compiled as usual.
 */
const START = `const{readFileSync,writeFileSync}=require('node:fs'),{join}=require('node:path'),Module=require('node:module');
const file=join(__dirname,'core.cjs'),cache=join(__dirname,['core-HASH',process.version,process.arch,'cache'].join('.'));
const making=process.env.PAPERSIFT_MAKE_CACHE!==undefined;
let cachedData;
try{if(!making)cachedData=readFileSync(cache)}catch{}
if(making||cachedData){
const{Script}=require('node:vm');
const script=new Script(readFileSync(file,'latin1'),{filename:file,cachedData});
const core=require.cache[file]=new Module(file,module);
core.filename=file;core.loaded=true;
script.runInThisContext()(core,require);
if(making){
require('node:v8').setFlagsFromString=()=>{};
process.on('exit',()=>writeFileSync(cache,script.createCachedData()));
}
}
`;
