import type { PreviewDraft } from '../../src/drafts/preview/preview-draft.ts';
import type { Limit } from '../../src/model/channel.ts';
import type { Draft } from '../../src/model/farewell/draft.ts';

const hostile = '<script>fetch("https://evil.example/")</script><img src=x onerror=alert(1)> "quoted" & more';

const draft = (changes: Partial<Draft> & Pick<Draft, 'kind'>): Draft => ({
  id: changes.channel == null ? changes.kind : `${changes.kind}-${changes.channel}`,
  locale: 'de',
  address: 'formal',
  channel: null,
  audience: 'public',
  publishAt: '2027-01-29T10:00',
  fields: {},
  text: 'Wir gehen.',
  template: 'de/announcement/long',
  ...changes,
});

function shown(platform: string, one: Draft, more: Partial<PreviewDraft> = {}): PreviewDraft {
  const names: Readonly<Record<string, string>> = { x: 'X', instagram: 'Instagram', sms: 'SMS', telegram: 'Telegram' };
  const account = {
    platform,
    platformName: names[platform] ?? platform,
    name: 'Brandt & Söhne',
    handle: platform === 'sms' ? null : '@brandtsoehne',
  };
  return {
    draft: one,
    file: `drafts/${one.locale}/${one.id}.md`,
    account: one.channel === null ? null : account,
    folds: [],
    cuts: {},
    counts: [],
    state: 'none',
    approvedBy: null,
    ...more,
  };
}

const fold = (most: number): Limit => ({ what: 'fold', most, counting: 'characters' });
const cut = (what: 'subject' | 'preheader', most: number): Limit => ({ what, most, counting: 'graphemes' });

/** One of each shape that a preview knows, one in Arabic, and one that somebody means ill with. */
export const previewDrafts: readonly PreviewDraft[] = [
  shown(
    'x',
    draft({
      kind: 'announcement',
      channel: 'x',
      text: 'Am 28. Februar gehen wir.\n\n<!-- next post -->\n\nMehr bei @brandt@social.example: https://b.example/w?a=1&b=2. #Abschied\n\n<!-- next post -->\n\nDanke!',
    }),
    {
      counts: [
        { part: 'post 1', count: 25, most: 280, counting: 'x-weighted' },
        { part: 'post 2', count: 290, most: 280, counting: 'x-weighted' },
      ],
      state: 'approved',
      approvedBy: 'Anna Berg',
    },
  ),
  shown(
    'instagram',
    draft({ kind: 'announcement', channel: 'instagram', text: 'abcdefghij klmnop', fields: { alt: 'Eine Tafel' } }),
    {
      folds: [fold(5), fold(10)],
      state: 'changed',
      approvedBy: 'Anna Berg',
    },
  ),
  shown('sms', draft({ kind: 'announcement', channel: 'sms', text: 'Wir gehen. '.repeat(20).trim() })),
  shown('telegram', draft({ kind: 'announcement', channel: 'telegram' })),
  shown('x', draft({ kind: 'pinned-post', channel: 'x' })),
  shown('x', draft({ kind: 'bio', channel: 'x', text: 'Bis 28. Februar. Danach: b.example' })),
  shown('x', draft({ kind: 'auto-reply', channel: 'x', text: 'Guten Tag,\n\nwir antworten bis März.' })),
  shown(
    '',
    draft({
      kind: 'newsletter',
      fields: { subject: 'Abschied von X und Instagram', preheader: 'Letzter Beitrag am 28. Februar' },
      text: '# Guten Tag\n\n[Zur Seite](https://b.example/w)',
    }),
    { cuts: { subject: cut('subject', 12), preheader: cut('preheader', 90) } },
  ),
  shown('', draft({ kind: 'press-release', fields: { title: 'Wir gehen' }, text: '## Was\nText mit **Gewicht**.' })),
  shown('', draft({ kind: 'banner' })),
  shown('', draft({ kind: 'image-card', fields: { headline: 'Abschied von X', alt: 'Texttafel' } })),
  shown('', draft({ kind: 'crisis-politics', publishAt: null, text: hostile, fields: { note: hostile } })),
  shown('x', draft({ kind: 'announcement', channel: 'x', locale: 'en', text: hostile })),
  shown(
    'x',
    draft({
      kind: 'announcement',
      channel: 'x',
      locale: 'ar',
      text: 'نغادر إكس. تجدوننا هنا: @brandt@social.example و https://b.example/ar',
    }),
  ),
  shown('', draft({ kind: 'staff-memo', locale: 'en', audience: 'staff', text: 'x'.repeat(400) })),
];

export { hostile };
