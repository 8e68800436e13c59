import type { DrawnCards } from '../../../journeys/drafts/draw-cards.ts';
import { cardFormats } from '../../../model/farewell/card-format.ts';
import { farewellLocales } from '../../../model/farewell/locale.ts';
import { cardsText, refusedLines } from '../../cards-text.ts';
import { defineCommand } from '../../command-spec.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';

export const cardsCommand = defineCommand({
  description:
    'Draws pictures for posts, and the card beside the till, in the colours and with the logo of exit.voice: square ' +
    '(1080×1080), wide (1200×630) and story (1080×1920) as PNG, each with its alternative text in a file beside it, and shop ' +
    'as a PDF of two A6 pages with a QR code of your page. All words are those of the drafts image-card and service-card as ' +
    'their files are now. Text that does not fit is made smaller as long as it can be read; a card on which it still does ' +
    'not fit is not drawn. Nothing is fetched.',
  arguments: [],
  options: {
    locale: repeated(choiceOption(farewellLocales, 'only cards in this language')),
    format: repeated(choiceOption(cardFormats, 'only cards of this format')),
    out: textOption('FOLDER', 'where to put them', 'exports/cards of the workspace, anew each time'),
    force: onSwitch('replace cards that are there in --out'),
    browser: textOption('PATH', 'the browser that draws', 'searched for'),
  },
  examples: [
    { command: 'draft cards', explains: 'All of them:' },
    { command: 'draft cards --locale de --format story --out ~/story', explains: 'One, to a folder of your own:' },
  ],
  errors: {
    'cards.no-draft': 'there is no such draft to draw',
    'cards.contrast': 'the colours of exit.voice cannot be read on each other; the message has their contrast',
    'cards.no-page': 'the exit has no page in that language for the QR code',
    'cards.page-too-long': 'its address is too long for a QR code of that size',
    'cards.exists': 'a card is there in --out; --force replaces it',
    'cards.cannot-write': 'the folder cannot be written',
    'exit.logo': 'the logo is not there, or no picture; the message says what it is',
    'exit.none': 'lastpost.yaml says nothing of an exit',
    'exit.incomplete': 'facts of the exit are still open; the message names them',
    'shoot.failed': 'the browser could not draw',
    'print.failed': 'the browser could not make a PDF',
    'browser.not-found': 'there is no browser to draw with',
    ...keptDraftErrors,
  },
  exitCodes: {
    0: 'drawn',
    1: 'failed',
    2: 'wrong use or settings; nothing was written',
    3: 'some do not fit, or lack a field, and are not there; the others are',
    130: 'interrupted; nothing was written',
  },
  run: async ({ locale, format, out, force, browser }, context) => {
    const { drawCards } = await import('../../../journeys/drafts/draw-cards.ts');
    const formats = format.length === 0 ? cardFormats : format;
    const input = { locales: locale, formats, out, force, browserPath: browser };
    const drawn = await drawCards(input, context, context);
    return { exitCode: drawn.refused.length > 0 ? 3 : 0, json: jsonOf(drawn), text: cardsText(drawn, context) };
  },
});

function jsonOf(drawn: DrawnCards): object {
  const { folder, cards, refused } = drawn;
  return {
    folder,
    cards: cards.map(({ altFile, ...card }) => ({ ...card, alt_file: altFile })),
    refused: refused.map(({ misfits, ...card }) => ({
      ...card,
      misfits: misfits.map(({ field, axis, overPx }) => ({ field, axis, over_px: Math.ceil(overPx) })),
    })),
    messages: refusedLines(drawn),
  };
}
