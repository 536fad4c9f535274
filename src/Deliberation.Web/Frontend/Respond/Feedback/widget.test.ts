import { describe, expect, it } from 'vitest';
import { frameAddress } from './frame-address';
import { readTold } from './frame-message';

describe('the address of the frame', () => {
  it('carries the choices and the origin, encoded', () => {
    const asked = { couleur: '#0e5a50', rayon: '8', langue: 'en', titre: 'x', onload: 'y' };

    expect(frameAddress('https://avis.example/sous/widget.js', asked, 'https://sante.example').href).toBe(
      'https://avis.example/sous/retours/integrer?couleur=%230e5a50&rayon=8&langue=en&origine=https%3A%2F%2Fsante.example',
    );
  });

  it('stays on the script’s own service whatever is asked', () => {
    const { origin, pathname } = frameAddress(
      'https://avis.example/widget.js?v=1#x',
      { couleur: '&origine=https://evil.example' },
      'https://sante.example',
    );

    expect(origin + pathname).toBe('https://avis.example/retours/integrer');
  });
});

describe('a message', () => {
  it('gives a height', () =>
    expect(readTold({ from: 'healthspace', height: 512.4, isNew: true })).toEqual({
      from: 'healthspace',
      height: 513,
      isNew: true,
    }));

  it.each([
    undefined,
    null,
    'healthspace',
    { height: 500 },
    { from: 'healthspace', height: '500px' },
    { from: 'healthspace', height: -1 },
    { from: 'healthspace', height: NaN },
    { from: 'healthspace', height: Infinity },
    { from: 'healthspace', height: 1e9 },
  ])('is not ours: %j', (data) => expect(readTold(data)).toBeUndefined());
});
