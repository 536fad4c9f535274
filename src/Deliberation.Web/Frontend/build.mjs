// Bundles site.ts, styles/*.css and every <Phase>/<Feature>/*.entry.ts into ../wwwroot/dist.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
export const dist = path.join(here, '..', 'wwwroot', 'dist');

const phases = ['Account', 'Assemble', 'Deliberate', 'Publish', 'Respond', 'Verify'];

/** `Deliberate/Drafting/workroom.entry.ts` becomes `dist/workroom.js`: names are shared by all. */
export async function entryPoints(root = here) {
  const entries = { site: path.join(root, 'site', 'site.ts') };
  const add = (name, file) => {
    if (entries[name]) throw new Error(`Two entry points are called “${name}”: ${entries[name]} and ${file}`);
    entries[name] = file;
  };
  for (const file of await readdir(path.join(root, 'styles')))
    if (file.endsWith('.css')) add(`styles/${file.slice(0, -4)}`, path.join(root, 'styles', file));
  for (const phase of phases)
    for (const file of await readdir(path.join(root, phase), { recursive: true }).catch(() => []))
      if (file.endsWith('.entry.ts')) add(path.basename(file, '.entry.ts'), path.join(root, phase, file));
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

async function prune(metafile) {
  const fresh = new Set(Object.keys(metafile.outputs).map((file) => path.resolve(here, file)));
  for (const file of await readdir(dist, { recursive: true, withFileTypes: true }))
    if (file.isFile() && !fresh.has(path.join(file.parentPath, file.name)))
      await rm(path.join(file.parentPath, file.name));
}

export async function build() {
  const { metafile } = await esbuild.build(await options());
  await prune(metafile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) await (await esbuild.context(await options())).watch();
  else await build();
}
