import { beforeAll, describe, expect, it, test } from 'vitest';
import { draftFileText } from '../../../src/drafts/files/draft-file.ts';
import { lintDrafts } from '../../../src/drafts/lint/lint-drafts.ts';
import { openLintKit } from '../../../src/drafts/lint/open-lint-kit.ts';
import { readLintDraft } from '../../../src/drafts/lint/read-lint-draft.ts';
import { makeDrafts } from '../../../src/drafts/make-drafts.ts';
import { readShelf, shippedTemplates } from '../../../src/drafts/templates/template-shelf.ts';
import { draftChannels } from '../../../src/journeys/drafts/draft-channels.ts';
import { type ExitFacts, reasonKinds } from '../../../src/model/farewell/exit-facts.ts';
import { noLintSettings } from '../../../src/model/farewell/lint/lint-rules.ts';
import {
  addressForms,
  type FarewellLocale,
  type FarewellText,
  farewellLocales,
} from '../../../src/model/farewell/locale.ts';
import type { Channel } from '../../../src/workspace/config.ts';
import { exitFacts, material } from '../../support/exit-facts.ts';
import { type DemoLint, demoLint } from '../../support/lint-demo.ts';
import { everything } from '../../support/template-shelf.ts';
import { wordRules } from '../../support/word-rules.ts';

/** Accounts where posts are folded, and where they are counted in their own ways. */
const channels = draftChannels(
  {
    channels: ['x', 'facebook', 'linkedin', 'mastodon', 'website'].map((platform) => ({
      id: platform,
      platform,
      url: `https://${platform}.example/@brandtsoehne`,
    })) as unknown as readonly Channel[],
  },
  { also: ['sms', 'google-business'], tools: [] },
  new Date('2027-01-02T10:00:00.000Z'),
);

const everywhere = (text: string): FarewellText => Object.fromEntries(farewellLocales.map((locale) => [locale, text]));

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo breaks none of the rules about words', () => {
  expect(
    demo
      .check({}, { rules: wordRules })
      .findings.map((f) => `${f.rule} ${f.severity} ${f.spot?.draft}: ${f.message.en} | ${f.spot?.sentence}`),
  ).toEqual([]);
});

describe.each(farewellLocales)('the templates in %s', (locale) => {
  it('break no rule about words, whatever the reason and the form of address', async () => {
    const shelf = await readShelf(locale, { own: null, shipped: shippedTemplates });
    const found = new Set<string>();
    for (const kind of reasonKinds) {
      for (const address of addressForms) {
        for (const line of findings(locale, kind, address, shelf)) found.add(line);
      }
    }
    const all = [...found].sort();
    expect(all).toEqual([]);
  });
});

function findings(
  locale: FarewellLocale,
  kind: ExitFacts['reason']['kind'],
  address: 'formal' | 'informal',
  shelf: Awaited<ReturnType<typeof readShelf>>,
): readonly string[] {
  const usual = exitFacts();
  const facts = exitFacts({
    locales: [locale],
    reason: { kind, sentence: null },
    stays: everywhere('A.'),
    page: everywhere('https://brandtsoehne.example/wechsel'),
    voice: { ...usual.voice, address: { [locale]: address } },
    successors: usual.successors.map((one) => ({ ...one, name: everywhere('Mastodon') })),
    fate: { ...usual.fate, data: everywhere('B.') },
    contact: { ...usual.contact, hours: everywhere('9–17') },
    leaves: [{ channel: 'x', mode: 'delete' }],
  });
  const given = material({ facts, channels });
  const made = makeDrafts(given, new Map([[locale, shelf]]), everything).drafts;
  const drafts = made.map(({ draft }) => readLintDraft(`/${draft.id}.md`, draft, draftFileText(draft)));
  const kit = openLintKit({
    ...given,
    drafts,
    made: new Map(made.map((one) => [`${locale}/${one.draft.id}`, one])),
    approvals: new Map(drafts.map(({ name }) => [name, 'approved'])),
    plan: null,
    accounts: new Map(),
    holiday: null,
    dictionaries: [],
    ownWords: [],
    now: new Date('2027-01-02T10:00:00.000Z'),
  });
  return lintDrafts(kit, wordRules, noLintSettings).findings.map(
    (one) => `${one.rule} ${one.severity} ${one.spot?.draft} ${address}: ${one.message.en} | ${one.spot?.sentence}`,
  );
}
