import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../../src/channels/registry.ts';
import { makeDrafts } from '../../../src/drafts/make-drafts.ts';
import { readShelf, shippedTemplates } from '../../../src/drafts/templates/template-shelf.ts';
import { draftChannels } from '../../../src/journeys/drafts/draft-channels.ts';
import { type DraftKind, draftKinds, kindSpecs } from '../../../src/model/farewell/draft-kinds.ts';
import { type ExitFacts, reasonKinds } from '../../../src/model/farewell/exit-facts.ts';
import { addressForms, type FarewellText, farewellLocales } from '../../../src/model/farewell/locale.ts';
import type { Channel } from '../../../src/workspace/config.ts';
import { exitFacts, material } from '../../support/exit-facts.ts';
import { everything } from '../../support/template-shelf.ts';

const locales = farewellLocales.filter((locale) => existsSync(join(shippedTemplates, locale)));
const limited: readonly DraftKind[] = draftKinds.filter((kind) => kindSpecs[kind].limited !== null);
const now = new Date('2027-01-02T10:00:00.000Z');

/** An account on every platform. */
const channels = draftChannels(
  {
    channels: adapters.map(({ id: platform }) => ({
      id: platform,
      platform,
      url: `https://${platform}.example/@brandtsoehne`,
    })) as unknown as readonly Channel[],
  } as Parameters<typeof draftChannels>[0],
  { also: ['sms', 'google-business'], tools: [] },
  now,
);

const inAll = (text: string): FarewellText => Object.fromEntries(farewellLocales.map((locale) => [locale, text]));

interface Extreme {
  readonly brand: string;
  readonly word: string;
  readonly page: string;
  readonly successors: number;
}

/** Names, sentences and addresses as brands have them, short, long, in other letters. */
const extremes: readonly Extreme[] = [
  { brand: 'Ä', word: 'Kurz.', page: 'https://a.example/x', successors: 0 },
  {
    brand: 'Vereinigte Fahrradglockenmanufakturen Süd GmbH & Co. KG',
    word: 'Wir möchten Gespräche führen, in denen man einander zuhört, und das gelingt uns dort schon lange nicht mehr so.',
    page: 'https://www.fahrradglockenmanufaktur-sued.de/aktuelles/abschied',
    successors: 3,
  },
  {
    brand: '🔔 Brandt & Söhne 🚲',
    word: 'Danke für alles 💛 und für jedes Foto vom Lenker 👨‍👩‍👧‍👦, das ihr uns geschickt habt.',
    page: 'https://brandt-söhne.example/tschüs',
    successors: 2,
  },
  {
    brand: 'أجراس الدراجات للتجارة',
    word: 'نريد محادثات يستمع فيها الناس بعضهم إلى بعض، ولم نعد نجدها هناك.',
    page: 'https://ajras.example/wadaa',
    successors: 2,
  },
];

function exitWith({ word, page, successors }: Extreme, locale: string, reason: ExitFacts['reason']['kind']): ExitFacts {
  const usual = exitFacts();
  const [first] = usual.successors;
  const others = ['Mastodon', 'unser Newsletter', 'Bluesky'].slice(0, successors);
  return exitFacts({
    locales: [locale] as unknown as ExitFacts['locales'],
    leaves: [
      { channel: 'x', mode: 'delete' },
      ...channels.slice(1, 4).map(({ id }) => ({ channel: id, mode: 'freeze' as const })),
    ],
    reason: { kind: reason, sentence: inAll(word) },
    page: inAll(page),
    stays: inAll(word),
    thanks: inAll(word),
    fate: { ...usual.fate, data: inAll(word), prizes: inAll(word) },
    contact: { ...usual.contact, hours: inAll('9–17') },
    successors: others.flatMap((name) => (first === undefined ? [] : [{ ...first, name: inAll(name) }])),
  });
}

describe.each(locales)('the templates in %s', (locale) => {
  it.each(extremes)('fit everywhere for $brand, whatever the reason and the form of address', async (extreme) => {
    const shelf = await readShelf(locale, { own: null, shipped: shippedTemplates });
    const overs: string[] = [];
    let count = 0;
    for (const [at, reason] of reasonKinds.entries()) {
      const facts = exitWith(extreme, locale, reason);
      const voice = { ...facts.voice, address: { [locale]: addressForms[at % 2] ?? 'formal' } };
      const given = { ...material({ facts: { ...facts, voice } }), brand: extreme.brand, channels };
      const { drafts } = makeDrafts(given, new Map([[locale, shelf]]), { ...everything, kinds: limited });
      count += drafts.length;
      for (const { draft, judge } of drafts) {
        const verdict = judge(draft);
        // In letters that are not of GSM-7 an SMS has 70: where an address alone takes most of them, that is what is said.
        if (draft.channel === 'sms' && extreme.page.length > 45 && verdict.longFact?.key === 'exit.page') continue;
        for (const over of verdict.overs)
          overs.push(`${draft.template} ${draft.id}: ${over.part} ${over.count}/${over.most}`);
      }
    }
    expect(count).toBeGreaterThan(100);
    expect(overs).toEqual([]);
  });
});
