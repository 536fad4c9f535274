// Bundles site.ts, styles/*.css and every <Phase>/<Feature>/*.entry.ts into ../wwwroot/dist.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
export const dist = path.join(here, '..', 'wwwroot', 'dist');

const phases = ['Account', 'Assemble', 'Deliberate', 'Publish', 'Respond', 'Verify'];

/** `Deliberate/Drafting/workroom.entry.ts` becomes `dist/workroom.js`: names are shared by all. */
export async function entryPoints(root = here, suffix = '.entry.ts') {
  const entries = {};
  const add = (name, file) => {
    if (entries[name]) throw new Error(`Two entry points are called “${name}”: ${entries[name]} and ${file}`);
    entries[name] = file;
  };
  if (suffix === '.entry.ts') {
    add('site', path.join(root, 'site', 'site.ts'));
    for (const file of await readdir(path.join(root, 'styles')))
      if (file.endsWith('.css')) add(`styles/${file.slice(0, -4)}`, path.join(root, 'styles', file));
  }
  for (const phase of phases)
    for (const file of await readdir(path.join(root, phase), { recursive: true }).catch(() => []))
      if (file.endsWith(suffix)) add(path.basename(file, suffix), path.join(root, phase, file));
  return entries;
}

/** Entries keep their name (pages add the version with asp-append-version); what they share is hashed. */
async function options() {
  return {
    entryPoints: await entryPoints(),
    absWorkingDir: here,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    legalComments: 'none',
    target: ['es2020', 'chrome87', 'firefox85', 'safari14'],
    // Safari 14 destructures well but for one rare form; esbuild cannot rewrite any.
    supported: { destructuring: true },
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  };
}

/** `<name>.script.ts` runs in pages of other sites: one file, a classic script that leaves no name behind. */
async function scripts() {
  return {
    ...(await options()),
    entryPoints: await entryPoints(here, '.script.ts'),
    splitting: false,
    format: 'iife',
  };
}

async function prune(outputs) {
  const fresh = new Set(outputs.map((file) => path.resolve(here, file)));
  for (const file of await readdir(dist, { recursive: true, withFileTypes: true }))
    if (file.isFile() && !fresh.has(path.join(file.parentPath, file.name)))
      await rm(path.join(file.parentPath, file.name));
}

export async function build() {
  const built = await Promise.all([await options(), await scripts()].map((each) => esbuild.build(each)));
  await prune(built.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch'))
    for (const each of [await options(), await scripts()]) await (await esbuild.context(each)).watch();
  else await build();
}
