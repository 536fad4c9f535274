import { readFileSync } from 'node:fs';

type Tokens = Record<string, string>;

/** The colours of each skin as a browser would resolve them: what `more` or `dark` leaves out stays. */
export function readTokens(): [string, Tokens][] {
  const css = readFileSync(new URL('./parts/tokens.css', import.meta.url), 'utf8');
  const blocks = [...css.matchAll(/(?:@media ([^{]+)\{\s*)?:root \{([^}]+)\}/g)].map((block) => ({
    media: (block[1] ?? '').trim(),
    tokens: colours(block[2] ?? ''),
  }));
  const skin = (dark: boolean, more: boolean): Tokens =>
    Object.assign(
      {},
      ...blocks
        .filter(({ media }) => (dark || !media.includes('dark')) && (more || !media.includes('more')))
        .map(({ tokens }) => tokens),
    ) as Tokens;

  return [
    ['light', skin(false, false)],
    ['dark', skin(true, false)],
    ['light high-contrast', skin(false, true)],
    ['dark high-contrast', skin(true, true)],
  ];
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function colours(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
