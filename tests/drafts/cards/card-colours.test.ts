import { describe, expect, it } from 'vitest';
import { cardColours } from '../../../src/drafts/cards/card-colours.ts';

describe('the colours of a card', () => {
  it.each([
    ['paper on a dark accent', { paper: '#fbf7ee', ink: '#20302f', accent: '#a93c29' }, '#fbf7ee'],
    ['ink on a light accent', { paper: '#ffffff', ink: '#111111', accent: '#ffd400' }, '#111111'],
    ['paper where the accent is the ink', { paper: '#ffffff', ink: '#1a1a1a', accent: '#1a1a1a' }, '#ffffff'],
    ['ink where the accent is the paper', { paper: '#ffffff', ink: '#1a1a1a', accent: '#ffffff' }, '#1a1a1a'],
  ])('are %s', (_, colours, onAccent) => {
    expect(cardColours(colours)).toEqual({ ...colours, onAccent });
  });

  it('are refused where ink cannot be read on paper', () => {
    expect(() => cardColours({ paper: '#ffffff', ink: '#777777', accent: '#000000' })).toThrow(
      'Ink #777777 on paper #ffffff can be read well enough for no text: 4.47 to 1, and it takes 4.5.',
    );
  });

  it('are refused where nothing can be read on the accent', () => {
    expect(() => cardColours({ paper: '#ffffff', ink: '#444444', accent: '#999999' })).toThrow(
      /^Neither paper #ffffff nor ink #444444 on the accent #999999 .*: 2\.84 to 1 and 3\.41 to 1, and it takes 4\.5\.$/,
    );
  });
});
