import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import { certify } from '../../src/runs/certificate/certify.ts';
import { certificatePage } from '../../src/runs/certificate/page/certificate-page.ts';
import { shortMoment, zonedMoment } from '../../src/runs/certificate/page/moments.ts';
import { evidence } from '../support/made-exit-plan.ts';
import { acceptances, fullRun, plainRun, unfinishedRun } from '../support/made-exit-runs.ts';
import { chainedAnew, people } from '../support/made-journal.ts';
import { streamed } from '../support/store-of.ts';

const maker = { software: 'Lastpost 0.1.0', key: 'f'.repeat(64) };

const certificateOf = (entries: readonly JournalEntry[]) =>
  certify(foldRun(entries), streamed(entries), {
    brand: 'Aurora & Söhne',
    statedAt: '2026-12-01T08:00:00.000Z',
    people,
    acceptancesOf: async () => acceptances,
    checkSignature: () => 'valid',
  });

const pageOf = async (entries: readonly JournalEntry[], language: 'de' | 'en' = 'en') =>
  load(certificatePage(await certificateOf(entries), language, maker));

/** As it is read: no two spaces in a row. */
const textOf = ($: ReturnType<typeof load>, selector: string) => $(selector).text().replace(/\s+/g, ' ');

describe('the page of a certificate', () => {
  it('puts an emergency override before everything else, with both people and their words', async () => {
    const $ = await pageOf(fullRun({ isCancelled: false }));
    expect($('.verdict strong').text()).toBe('Carried out to the end, under an emergency override');
    expect($('.verdict').next().attr('class')).toBe('override');
    const text = textOf($, '.override');
    expect(text).toContain('Jana Öztürk (jana), 24 October 2026 at 13:00 CEST (11:00 UTC)');
    expect(text).toContain('“Konto ist übernommen und verbreitet Betrug; es muss heute weg.”');
    expect(text).toContain('Dr. Petra Lang (petra), 24 October 2026 at 13:20 CEST (11:20 UTC)');
    expect(text).toContain('archive complete, or its gaps accepted; staff told before the public');
    expect(text).toContain('2 go-aheads were given under it.');
    const german = textOf(await pageOf(fullRun(), 'de'), '.override');
    expect(german).toContain('„Zugestimmt. Rechtsabteilung trägt es mit, Az. 24/113.“');
    expect(german).toContain('Belegschaft vor der Öffentlichkeit unterrichtet');
  });

  it('does not say that gates were passed where nobody agreed, or nobody went through', async () => {
    const entries = fullRun();
    const asked = entries.findIndex(({ type }) => type === 'override.asked');
    const $ = await pageOf(entries.slice(0, asked + 1));
    expect($('.override h2').text()).toBe('Emergency override asked for, and not agreed to');
    expect(textOf($, '.override')).toContain('Nobody agreed: the conditions stayed in force.');
    const agreed = await pageOf(entries.slice(0, asked + 2));
    expect(textOf(agreed, '.override')).toContain('It was not made use of.');
    for (const one of [$, agreed])
      expect(one('.verdict strong').text()).toBe('Interim certificate: the run has not ended');
  });

  it('says on its face that it is interim, and for what the run waits', async () => {
    const $ = await pageOf(unfinishedRun(), 'de');
    expect($('.kind').text()).toBe('Zwischennachweis');
    expect($('title').text()).toBe('Zwischennachweis: X verlassen – Aurora & Söhne');
    expect($('.verdict strong').text()).toContain('Zwischennachweis: Der Durchlauf ist nicht beendet');
    expect(textOf($, 'main')).toContain(
      'wartet auf einen Termin, seit 30.10.2026, 14:12, nächster Termin 29.11.2026, 14:12',
    );
  });

  it('says that an account is in doubt, and not that it is gone', async () => {
    const entries = fullRun();
    const at = entries.findIndex(({ type }) => type === 'step.in-doubt');
    const $ = await pageOf(entries.slice(0, at + 1));
    expect($('.result').text()).toBe('in doubt: nobody knows what became of it');
    expect($('.verdict p').text()).toContain(
      'Nothing irreversible was completed. One irreversible step was begun and not completed.',
    );
    expect(textOf($, '.events')).toContain('Not settled.');
  });

  it('tells of a plain run what was closed and that nothing else happened', async () => {
    const $ = await pageOf(plainRun());
    expect($('.override')).toHaveLength(0);
    expect($('.verdict strong').text()).toBe('Carried out to the end');
    const text = textOf($, 'main');
    expect(text).toContain('30 October 2026 at 13:12 UTC, confirmed by hand: Jana Öztürk (jana)');
    expect(text).toContain('Jana Öztürk (jana), brand, 08 Oct 2026, 10:00');
    expect(text).toContain('E3 bildschirm.png; E4 Am Telefon bestätigt');
    expect(text).toContain('Nothing was skipped, amended, in doubt or overridden, and the clock was steady.');
    expect(textOf($, 'footer')).toContain('All times are UTC.');
    for (const { sha256 } of Object.values(evidence)) expect(text).toContain(sha256);
  });

  it('says when nothing irreversible was begun, nothing archived and nobody approved', async () => {
    const $ = await pageOf(plainRun().slice(0, 2));
    const text = textOf($, 'main');
    expect(text).toContain('not reached; nothing irreversible was begun');
    expect(text).toContain('Nothing: no irreversible step was begun.');
    expect(text).toContain('No step of this run took or checked a snapshot.');
  });

  it('has the head of the journal, the playbook’s digest and the key, and how to check it', async () => {
    const entries = plainRun();
    const $ = await pageOf(entries);
    const text = textOf($, 'body');
    expect(text).toContain(entries.at(-1)?.hash);
    expect(text).toContain(maker.key);
    expect(text).toContain('lastpost channel check-statement FILE');
    expect(text).toContain('The journal has 18 entries;');
    expect(text).toContain('No outside authority has stamped the time.');
  });

  it('holds the certificate for programs as it is', async () => {
    const certificate = await certificateOf(fullRun());
    const $ = load(certificatePage(certificate, 'de', maker));
    expect(JSON.parse($('#certificate').text())).toEqual(JSON.parse(JSON.stringify(certificate)));
  });

  it('cuts a diff that is longer than a page, and says so', async () => {
    const long = Array.from({ length: 200 }, (_, at) => `+line ${at}`).join('\n');
    const entries = fullRun().map(
      (entry): JournalEntry =>
        entry.type === 'run.amended' ? { ...entry, body: { ...entry.body, diff: `${long}\n` } } : entry,
    );
    const $ = await pageOf(chainedAnew(entries));
    expect($('pre').text()).toMatch(/\+line 29\n… 170 more lines; all of them are in the certificate’s JSON\.$/);
    expect($('#certificate').text()).toContain('+line 199');
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!--',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='x",
  ])('shows %j as text, wherever it comes from', async (evil) => {
    const spoilt = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (key, one: unknown) =>
        typeof one === 'string' && !kept.has(key) && !/^sha256:|^\d{4}-/.test(one) ? one + evil : one,
      ) as T;
    // What the fold goes by stays as it is.
    const kept = new Set([
      ...[
        'type',
        'id',
        'step',
        'state',
        'scope',
        'around',
        'timezone',
        'mode',
        'result',
        'via',
        'decision',
        'probe',
        'run',
      ],
      ...['timer', 'kind', '0', '1'],
    ]);
    const entries = chainedAnew(fullRun().map((entry) => ({ ...entry, body: spoilt(entry.body) }) as JournalEntry));
    const certificate = await certificateOf(entries);
    const html = certificatePage({ ...certificate, brand: evil }, 'en', { software: evil, key: evil });
    const $ = load(html);
    expect($('.about b').text()).toBe(evil);
    expect(textOf($, 'h1')).toBe(`Leave X${evil}`.replace(/\s+/g, ' '));
    expect(textOf($, 'main').split(evil).length).toBeGreaterThan(30);
    expect($('script')).toHaveLength(1);
    expect($('img, iframe, object, svg, [onload], [onerror], [onmouseover]')).toHaveLength(0);
    expect(html.match(/<!--/g)).toBeNull();
    expect(html.trimEnd().endsWith('</html>')).toBe(true);
  });
});

describe('a moment on the page', () => {
  it.each([
    ['de', '2026-10-25T00:30:00.000Z', 'Europe/Berlin', '25. Oktober 2026 um 02:30 MESZ (00:30 UTC)'],
    ['de', '2026-10-25T01:30:00.000Z', 'Europe/Berlin', '25. Oktober 2026 um 02:30 MEZ (01:30 UTC)'],
    ['en', '2026-10-25T23:30:00.000Z', 'Europe/Berlin', '26 October 2026 at 00:30 CET (25 October 2026, 23:30 UTC)'],
    ['en', '2026-10-25T23:30:00.000Z', 'America/New_York', '25 October 2026 at 19:30 GMT-4 (23:30 UTC)'],
    ['en', '2026-10-25T23:30:00.000Z', 'UTC', '25 October 2026 at 23:30 UTC'],
    ['en', 'yesterday', 'UTC', 'yesterday'],
  ] as const)('in %s, %s in %s is %s', (language, iso, zone, text) => {
    expect(zonedMoment(language, iso, zone)).toBe(text);
  });

  it('is short in tables', () => {
    expect(shortMoment('de', '2026-10-25T23:30:00.000Z', 'Europe/Berlin')).toBe('26.10.2026, 00:30');
    expect(shortMoment('en', '2026-10-25T23:30:00.000Z', 'Europe/Berlin')).toBe('26 Oct 2026, 00:30');
    expect(shortMoment('en', 'x', 'UTC')).toBe('x');
  });
});
