import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { build, dist } from './build.mjs';

beforeAll(build);

const compressed = (file: string) => brotliCompressSync(readFileSync(path.join(dist, file))).length;

it('keeps the style of a public page under 20 kB', () => {
  expect(compressed('styles/site.css')).toBeLessThan(20_000);
});

it('keeps the scripts of a public page under 5 kB', () => {
  expect(compressed('site.js')).toBeLessThan(5_000);
});

it('keeps the widget of other sites under 10 kB as it is, in a file that imports nothing and leaves no name', () => {
  const script = readFileSync(path.join(dist, 'widget.js'), 'utf8');

  expect(script.length).toBeLessThan(10_000);
  expect(script).toMatch(/^"use strict";\(\(\)=>\{[^]*\}\)\(\);\n?$/);
  expect(script).not.toMatch(/\bimport\b|\beval\b|innerHTML|cookie|localStorage/);
});

it('keeps a face of the font under 15 kB', () => {
  const faces = readdirSync(path.join(dist, 'fonts'));

  expect(faces).toHaveLength(2);
  for (const face of faces) expect(compressed(path.join('fonts', face))).toBeLessThan(15_000);
});

it('writes no left and right, so that a page reads both ways', () => {
  const css = readFileSync(path.join(dist, 'styles/site.css'), 'utf8');

  expect(css).not.toMatch(/(margin|padding|border)-(left|right)|text-align:(left|right)|float:|[;{](left|right):/);
});
