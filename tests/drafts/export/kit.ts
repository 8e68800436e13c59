import type { ExportedDraft, ExportKit, Network } from '../../../src/drafts/export/export-kit.ts';
import type { Draft } from '../../../src/model/farewell/draft.ts';
import type { ExitFacts } from '../../../src/model/farewell/exit-facts.ts';
import { exitFacts } from '../../support/exit-facts.ts';

export const MADE_AT = '2027-01-02T10:00:00.000Z';

export function kit(changes: Partial<ExitFacts> = {}): ExportKit {
  return { brand: 'Brandt & Söhne', facts: exitFacts(changes), madeAt: MADE_AT, software: 'Lastpost 0.1.0' };
}

/** Whatever has been lost in an export somewhere. */
export const HARD =
  '=HYPERLINK("https://evil.example";"Gewinn"), „Grüße“ & \'co\'; 👩‍🚒🎉\n\n@brandt <b>fett</b> *Stern* _unten_\n-5 °C\tund `so`\nمرحبًا بالجميع 🇩🇪';

const networks: Readonly<Record<string, readonly [Network, string]>> = {
  x: ['x', 'X'],
  fedi: ['mastodon', 'Mastodon'],
  sky: ['bluesky', 'Bluesky'],
  insta: ['instagram', 'Instagram'],
  sms: ['sms', 'SMS'],
};

/** A draft of a channel, `announcement-x` unless said otherwise. */
export function post(changes: Partial<Draft> = {}, exported: Partial<ExportedDraft> = {}): ExportedDraft {
  const draft: Draft = {
    id: `${changes.kind ?? 'announcement'}-${changes.channel ?? 'x'}`,
    kind: 'announcement',
    locale: 'de',
    address: 'formal',
    channel: 'x',
    audience: 'public',
    publishAt: '2027-01-29T10:00',
    fields: {},
    text: HARD,
    template: 'de/announcement/short',
    ...changes,
  };
  const [network, platform] = networks[draft.channel ?? ''] ?? [null, null];
  return {
    draft,
    file: `drafts/${draft.locale}/${draft.id}.md`,
    state: 'none',
    approval: null,
    platform,
    place: platform ?? draft.channel,
    network,
    counts: [],
    ...exported,
  };
}

export const MARKDOWN = `# Abschied

Guten Tag,

am **28. Februar** ist *Schluss*; mehr auf [unserer Seite](https://brandtsoehne.example/wechsel?a=1&b=2).

## Wo es weitergeht

- Mastodon: https://social.example/@brandtsoehne
- Schreiben Sie an läuten@brandtsoehne.example
  - auch nachts

3. drei
4. vier

> „Danke“ & <script>alert(1)</script> 🎉

Mit freundlichen Grüßen
Brandt & Söhne`;

/** A draft that is Markdown: the newsletter unless said otherwise. */
export function page(changes: Partial<Draft> = {}, exported: Partial<ExportedDraft> = {}): ExportedDraft {
  const fields = { subject: 'Brandt & Söhne: „28. Februar“ 🎉', preheader: 'Wo es weitergeht' };
  const { id = changes.kind ?? 'newsletter', ...rest } = changes;
  return post({ kind: 'newsletter', id, channel: null, fields, text: MARKDOWN, ...rest }, exported);
}

export const ARABIC = 'في \u20682027-02-28\u2069 ننشر هنا للمرة الأخيرة: \u2068@brandtsoehne\u2069';
