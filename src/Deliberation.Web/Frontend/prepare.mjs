// What `dotnet build` runs: install when package-lock.json changed, then bundle; one process at a time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [scratch, stamp] = process.argv.slice(2);
const turn = path.join(scratch, 'turn');

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Test projects may be built side by side: the second one waits for the first.
async function takeTurn() {
  mkdirSync(scratch, { recursive: true });
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(read(turn));
      if (owner && !isAlive(owner)) rmSync(turn, { force: true });
      await wait(100);
    }
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// The stamp lives in node_modules, so that deleting the folder forgets it too.
function install() {
  const installed = path.join(here, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(readFileSync(path.join(here, 'package-lock.json'))).digest('hex');
  if (read(installed) === wanted) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm ci failed: see its message above.');
  writeFileSync(installed, wanted);
}

await takeTurn();
try {
  install();
  const { build } = await import('./build.mjs');
  await build();
  writeFileSync(stamp, '');
} finally {
  rmSync(turn, { force: true });
}
