import { describe, expect, it } from 'vitest';
import { draftChannel, exitFacts, material } from '../support/exit-facts.ts';
import { madeFrom } from '../support/template-shelf.ts';

const draftOf = async (id: string, given = material(), locale = 'de') => {
  const { drafts } = await madeFrom(given);
  const found = drafts.find(({ draft }) => draft.id === id && draft.locale === locale);
  if (found === undefined) throw new Error(`no draft ${id}`);
  return found;
};

describe('drafts made from facts', () => {
  it('say the same facts at every length', async () => {
    const { drafts } = await madeFrom(material(), { kinds: ['announcement'] });
    expect(drafts.map(({ draft }) => `${draft.locale} ${draft.id} ${draft.template}`)).toEqual([
      'de announcement-x de/announcement/short',
      'de announcement-facebook de/announcement/long',
      'de announcement-fedi de/announcement/short',
      'de announcement-youtube de/announcement/long',
      'en announcement-x en/announcement/long',
      'en announcement-facebook en/announcement/long',
      'en announcement-fedi en/announcement/long',
      'en announcement-youtube en/announcement/long',
    ]);
    for (const { draft } of drafts) {
      expect(`${draft.text}`).toMatch(draft.locale === 'de' ? /28\. Februar/ : /28 February/);
      expect(draft.text).toContain(`?utm_source=${draft.channel}&`);
    }
  });

  it('write whole paragraphs where there is room, without a trace of the tags', async () => {
    const { draft } = await draftOf('announcement-facebook');
    expect(draft).toMatchObject({ publishAt: '2027-01-29T10:00', audience: 'public', address: 'formal', fields: {} });
    expect(draft.text.replaceAll('\u00a0', ' ')).toBe(
      [
        'Am Sonntag, 28. Februar 2027 um 18 Uhr (MEZ) schreiben wir auf X zum letzten Mal.',
        '',
        'X passt nicht mehr zu dem, wofür wir stehen.',
        '',
        'Wir haben lange darüber gesprochen.',
        '',
        'Sie finden uns hier:',
        '– Mastodon: social.example/@brandtsoehne',
        '– unser Newsletter: brandtsoehne.example/newsletter',
        '',
        'Unsere Beiträge liegen ab dem 28. Februar in unserem Archiv: brandtsoehne.example/archiv Kommentare bleiben stehen. ' +
          'Nachrichten beantworten wir bis Dienstag, 30. März 2027.',
        '',
        'Danke, dass Sie dabei waren.',
        '',
        'Unsere Läden bleiben, wo sie sind.',
        '',
        'https://brandtsoehne.example/wechsel?utm_source=facebook&utm_medium=social&utm_campaign=wechsel-announcement',
      ].join('\n'),
    );
  });

  it('have a field only where the place has one', async () => {
    expect((await draftOf('announcement-youtube')).draft.fields).toEqual({ title: 'Brandt & Söhne verlässt X' });
    expect((await draftOf('newsletter')).draft).toMatchObject({
      channel: null,
      fields: { subject: 'Brandt & Söhne: 28. Februar', preheader: 'Mastodon und unser Newsletter' },
    });
  });

  it('track links in mails and not in what staff get', async () => {
    expect((await draftOf('newsletter')).draft.text).toContain(
      '](https://brandtsoehne.example/wechsel?utm_source=newsletter&',
    );
    const memo = (await draftOf('staff-memo')).draft;
    expect(memo.text.replaceAll('\u00a0', ' ')).toBe(
      'Anna Berg · Jona Yilmaz, 29. Januar, 9 Uhr – 18:30 Uhr · https://brandtsoehne.example/wechsel',
    );
    expect(memo).toMatchObject({ audience: 'staff', publishAt: '2027-01-28T09:00' });
  });

  it('address people as the brand does', async () => {
    const { voice, ...facts } = exitFacts();
    const informal = material({ facts: { ...facts, voice: { ...voice, address: { de: 'informal' } } } });
    const { draft } = await draftOf('announcement-facebook', informal);
    expect(draft.text).toContain('Ihr findet uns hier:');
    expect(draft.text).toContain('Danke, dass ihr dabei wart.');
    expect(draft.address).toBe('informal');
  });

  it('take the brand’s own sentence, and give it the full stop that it lacks', async () => {
    const facts = exitFacts({
      reason: { kind: 'values', sentence: { de: 'Wir gehören dort nicht hin', en: 'Why? Guess!' } },
    });
    const { draft } = await draftOf('announcement-facebook', material({ facts }));
    expect(draft.text).toContain('\n\nWir gehören dort nicht hin.\n\nSie finden');
    expect((await draftOf('announcement-facebook', material({ facts }), 'en')).draft.text).toContain('Why? Guess!\n');
  });

  it('tell how to reach us in one phrase, with the hours behind the telephone', async () => {
    expect((await draftOf('auto-reply-x')).draft.text).toContain(
      ' service@brandtsoehne.example oder +49 511 1234 (Mo–Fr 9–17 Uhr).',
    );
  });

  it('have in an SMS no blank that would halve it', async () => {
    const channels = [draftChannel('x', { post: 280 }, { platform: 'X' }), draftChannel('sms', { post: 500 })];
    const { draft } = await draftOf('announcement-sms', material({ channels }));
    expect(draft.text).toContain('um 18 Uhr MEZ');
    expect((await draftOf('announcement-x', material({ channels }))).draft.text).toContain('um 18\u00a0Uhr');
  });

  it('count the days from when they go out', async () => {
    expect((await draftOf('reminder-1-x')).draft).toMatchObject({
      publishAt: '2027-02-14T10:00',
      text: '14 · Sonntag, 28. Februar 2027 · @brandtsoehne@social.example',
    });
  });

  it('name all that is left where they stand on none of it, and the one that they stand on', async () => {
    const leaves = [
      { channel: 'x', mode: 'freeze' },
      { channel: 'facebook', mode: 'delete' },
    ] as const;
    const given = material({ facts: exitFacts({ leaves }) });
    expect((await draftOf('announcement-youtube', given)).draft.fields).toEqual({
      title: 'Brandt & Söhne verlässt X und Facebook',
    });
    expect((await draftOf('announcement-facebook', given)).draft.text).toContain('schreiben wir hier zum letzten Mal');
  });

  it('refuse an exit that lacks a fact in one of its languages, and say which', async () => {
    const facts = exitFacts({ stays: { de: 'Alles bleibt.' } });
    await expect(madeFrom(material({ facts }))).rejects.toMatchObject({
      code: 'draft.no-text',
      message: 'exit.stays has no English text.',
    });
  });
});
