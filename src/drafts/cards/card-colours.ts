import { KnownError } from '../../base/known-error.ts';
import { contrastOf } from '../../model/farewell/contrast.ts';
import type { Voice } from '../../model/farewell/exit-facts.ts';

/** WCAG 2.2, 1.4.3: what text needs to be read by people who see less. */
const LEAST = 4.5;

export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
  /** Of text on the accent: paper where that can be read, else ink. */
  readonly onAccent: string;
}

/**
 * The colours of a card, so that every text on it can be read.
 * @throws KnownError `cards.contrast` with the colours and their contrast
 */
export function cardColours({ paper, ink, accent }: Voice['colours']): CardColours {
  if (contrastOf(ink, paper) < LEAST) {
    throw unreadable(`Ink ${ink} on paper ${paper}`, [contrastOf(ink, paper)]);
  }
  const onAccent = [paper, ink].find((one) => contrastOf(one, accent) >= LEAST);
  if (onAccent !== undefined) return { paper, ink, accent, onAccent };
  throw unreadable(`Neither paper ${paper} nor ink ${ink} on the accent ${accent}`, [
    contrastOf(paper, accent),
    contrastOf(ink, accent),
  ]);
}

function unreadable(what: string, contrasts: readonly number[]): KnownError {
  // Down, never up: 4.499 is not 4.50.
  const said = contrasts.map((one) => `${(Math.floor(one * 100) / 100).toFixed(2)} to 1`).join(' and ');
  return new KnownError(
    'cards.contrast',
    `${what} can be read well enough for no text: ${said}, and it takes ${LEAST}.`,
    {
      hint: 'Choose a darker or a lighter colour in exit.voice.colours of lastpost.yaml.',
      exitCode: 2,
    },
  );
}
