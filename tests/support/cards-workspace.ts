import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { draftFileText } from '../../src/drafts/files/draft-file.ts';
import { type DrawCardsInput, drawCards } from '../../src/journeys/drafts/draw-cards.ts';
import { cardFormats } from '../../src/model/farewell/card-format.ts';
import type { Draft } from '../../src/model/farewell/draft.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const imageCard: Draft = {
  id: 'image-card',
  kind: 'image-card',
  locale: 'de',
  address: 'formal',
  channel: null,
  audience: 'public',
  publishAt: '2027-01-29T10:00',
  fields: {
    headline: 'Abschied von X',
    line: 'Wo es weitergeht: Mastodon und unser Newsletter',
    date_line: 'Sonntag, 28. Februar 2027, 18 Uhr (MEZ)',
    alt: 'Texttafel: Abschied von X am 28. Februar.',
  },
  text: 'Am 28. Februar endet unsere Zeit auf X.\n\nhttps://brandtsoehne.example/wechsel?utm_source=x',
  template: 'de/image-card/long',
};

export const serviceCard: Draft = {
  ...imageCard,
  id: 'service-card',
  kind: 'service-card',
  audience: 'leads',
  fields: { title: 'Abschied von X', line: 'Für Service, Laden und Telefon.' },
  text: `## Was, wann, warum
Letzter Beitrag auf X: **28. Februar**.

## Wo stattdessen
Mastodon.

## Antworten
- **Machen Sie zu?** Nein.

## Nicht sagen
Keine anderen Gründe.

## Wen fragen
Presse: nur Anna Berg.`,
};

const page = { de: 'https://brandtsoehne.example/wechsel', en: 'https://brandtsoehne.example/en/moving' };

const both = (text: string) => ({ de: text, en: `${text} ` });

function config(brand: string, exit: object): string {
  return stringify({
    version: 1,
    brand: { name: brand, languages: ['de', 'en'] },
    timezone: 'Europe/Berlin',
    channels: [{ id: 'x', platform: 'x', url: 'https://x.com/brandtsoehne' }],
    exit: {
      leaves: ['x'],
      mode: 'freeze',
      last_day: '2027-02-28',
      reason: { kind: 'values' },
      successors: [],
      page,
      fate: {
        posts: 'stay',
        comments: 'stay',
        messages: { answered_until: '2027-03-30' },
        data: both('Wir löschen.'),
        prizes: 'none',
      },
      contact: { email: 'service@brandtsoehne.example' },
      stays: both('Alles.'),
      imprint_url: 'https://brandtsoehne.example/impressum',
      privacy_url: 'https://brandtsoehne.example/datenschutz',
      ...exit,
    },
  });
}

/** A workspace with these drafts, as people left them. */
export async function cardsWorkspace(
  drafts: readonly Draft[],
  { brand = 'Brandt & Söhne', ...exit }: { readonly brand?: string } & Record<string, unknown> = {},
) {
  const dir = await temporaryFolder();
  const paths = workspacePaths(dir);
  await mkdir(paths.internal, { recursive: true });
  const said = { voice: { address: { de: 'formal' } }, ...exit };
  await writeFile(paths.config, config(brand, said));
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  for (const draft of drafts) {
    const file = join(paths.drafts, draft.locale, `${draft.id}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, draftFileText(draft));
  }
  return {
    dir,
    paths,
    place: { cwd: dir },
    read: (name: string) => readFile(join(dir, 'exports', 'cards', name)),
    draw: (input: Partial<DrawCardsInput> = {}) =>
      drawCards(
        { locales: [], formats: cardFormats, out: undefined, force: false, ...input },
        { cwd: dir },
        new AbortController(),
      ),
  };
}
