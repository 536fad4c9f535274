import { describe, expect, it } from 'vitest';
import { contrast, readTokens } from './contrast';

const text: [string, string][] = [
  ...['ink', 'ink-soft', 'brand', 'brand-strong', 'danger'].flatMap((colour) =>
    ['paper', 'surface', 'sunken'].map((ground): [string, string] => [colour, ground]),
  ),
  ...['info', 'success', 'warning', 'danger', 'partly', 'review', 'waiting', 'brand'].flatMap(
    (colour): [string, string][] => [
      [colour, `${colour}-tint`],
      [colour, 'surface'],
      ['ink', `${colour}-tint`],
    ],
  ),
  ['brand-strong', 'brand-tint'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-deep', 'deep'],
  ['on-deep-soft', 'deep'],
  ['thread', 'paper'],
  ['thread', 'surface'],
];

const controls: [string, string][] = [
  ...['paper', 'surface', 'sunken'].map((ground): [string, string] => ['control', ground]),
  ['thread', 'thread-tint'],
  ['thread-on-deep', 'deep'],
  ['brand', 'sunken'],
];

describe.each(readTokens())('the %s skin', (_, tokens) => {
  it.each(text)('reads %s on %s', (colour, ground) => {
    expect(contrast(tokens[colour]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)('shows %s on %s', (colour, ground) => {
    expect(contrast(tokens[colour]!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });

  it.each(['paper', 'surface', 'sunken', 'brand', 'deep'])('shows the focus on %s by one ring or the other', (ground) => {
    const rings = [tokens['focus']!, tokens['focus-halo']!];
    expect(Math.max(...rings.map((ring) => contrast(ring, tokens[ground]!)))).toBeGreaterThanOrEqual(3);
  });
});
