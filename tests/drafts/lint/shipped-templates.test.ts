import { beforeAll, describe, expect, test } from 'vitest';
import { draftFileText } from '../../../src/drafts/files/draft-file.ts';
import { lintDrafts } from '../../../src/drafts/lint/lint-drafts.ts';
import { openLintKit } from '../../../src/drafts/lint/open-lint-kit.ts';
import { readLintDraft } from '../../../src/drafts/lint/read-lint-draft.ts';
import { lintRules } from '../../../src/drafts/lint/registry.ts';
import { makeDrafts } from '../../../src/drafts/make-drafts.ts';
import { readShelf, shippedTemplates, type TemplateShelf } from '../../../src/drafts/templates/template-shelf.ts';
import { draftChannels } from '../../../src/journeys/drafts/draft-channels.ts';
import type { ExitMode } from '../../../src/model/channel.ts';
import { type ExitFacts, reasonKinds } from '../../../src/model/farewell/exit-facts.ts';
import { noLintSettings } from '../../../src/model/farewell/lint/lint-rules.ts';
import { addressForms, type FarewellLocale, farewellLocales } from '../../../src/model/farewell/locale.ts';
import type { Channel } from '../../../src/workspace/config.ts';
import { exitFacts, material } from '../../support/exit-facts.ts';
import { everything } from '../../support/template-shelf.ts';
import { dataIn, hoursIn, newsletterIn, staysIn } from '../../support/ten-languages.ts';

const now = new Date('2027-01-02T10:00:00.000Z');
const platforms = ['x', 'mastodon', 'bluesky', 'linkedin', 'instagram', 'website'];
const channels = draftChannels(
  {
    channels: platforms.map((platform) => ({
      id: platform,
      platform,
      handle: 'brandtsoehne',
      url: `https://${platform}.example/@brandtsoehne`,
    })) as unknown as readonly Channel[],
  },
  { also: ['sms'], tools: [] },
  now,
);

const shelves = new Map<FarewellLocale, TemplateShelf>();
beforeAll(async () => {
  const folders = { own: null, shipped: shippedTemplates };
  for (const locale of farewellLocales) shelves.set(locale, await readShelf(locale, folders));
});

function factsOf(kind: (typeof reasonKinds)[number], form: (typeof addressForms)[number], mode: ExitMode): ExitFacts {
  const base = exitFacts();
  return exitFacts({
    locales: farewellLocales,
    leaves: [{ channel: 'x', mode }],
    reason: { kind, sentence: null },
    successors: [
      { name: newsletterIn, url: 'https://brandtsoehne.example/newsletter', handle: null, since: null, channel: null },
    ],
    page: {
      de: 'https://brandtsoehne.example/wechsel',
      ...Object.fromEntries(farewellLocales.map((one) => [one, 'https://brandtsoehne.example/wechsel'])),
    },
    fate: {
      ...base.fate,
      data: dataIn,
      // biome-ignore lint/suspicious/noThenProperty: what becomes of the inbox then; nobody awaits it.
      messages: { ...base.fate.messages, then: 'delete' },
      posts: mode === 'delete' ? 'archive' : 'stay',
    },
    contact: { ...base.contact, hours: hoursIn },
    stays: staysIn,
    voice: { ...base.voice, address: Object.fromEntries(farewellLocales.map((one) => [one, form])) },
  });
}

describe.each(reasonKinds)('leaving because of %s', (kind) => {
  test.each(addressForms)('no text of ours, in ten languages, breaks a rule (%s)', (form) => {
    const mode: ExitMode = form === 'formal' ? 'delete' : 'freeze';
    const facts = factsOf(kind, form, mode);
    const { drafts } = makeDrafts(material({ facts, channels }), shelves, everything);
    const files = drafts.map(({ draft }) =>
      readLintDraft(`${draft.locale}/${draft.id}.md`, draft, draftFileText(draft)),
    );
    const report = lintDrafts(
      openLintKit({
        facts,
        brand: 'Brandt & Söhne',
        channels,
        people: [],
        figures: material().figures,
        drafts: files,
        made: new Map(drafts.map((one) => [`${one.draft.locale}/${one.draft.id}`, one])),
        approvals: new Map(files.map(({ name }) => [name, 'approved'])),
        plan: null,
        accounts: new Map(),
        holiday: null,
        dictionaries: [],
        ownWords: [],
        now,
      }),
      lintRules,
      noLintSettings,
    );
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, spot, message }) => `${rule} ${spot?.draft}: ${message.en}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });
});
