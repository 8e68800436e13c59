import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import { type CertifyFacts, certify } from '../../src/runs/certificate/certify.ts';
import { evidence, RUN } from '../support/made-exit-plan.ts';
import { acceptances, fullRun, plainRun, unfinishedRun } from '../support/made-exit-runs.ts';
import { chainedAnew, people } from '../support/made-journal.ts';
import { streamed } from '../support/store-of.ts';

const facts: CertifyFacts = {
  brand: 'Aurora & Söhne',
  statedAt: '2026-12-01T08:00:00.000Z',
  people,
  acceptancesOf: async (channel) => acceptances.filter((one) => one.channel === channel),
  checkSignature: () => 'forged',
};

const certified = (entries: readonly JournalEntry[], parts: Partial<CertifyFacts> = {}) =>
  certify(foldRun(entries), streamed(entries), { ...facts, ...parts });

const jana = { id: 'jana', name: 'Jana Öztürk' };
const petra = { id: 'petra', name: 'Dr. Petra Lang' };
const klaus = { id: 'klaus', name: 'Klaus-Dieter Weber' };

describe('the certificate of a run', () => {
  it('says of each irreversible step what was closed, when, on whose word, and with which evidence', async () => {
    const { closed, evidence: all, approvals } = await certified(fullRun());
    const [account, ads] = closed;
    expect(account).toMatchObject({
      step: 'deactivate',
      channel: 'aurora-x',
      target: 'delete @aurora on x.com',
      result: 'done',
      isByHand: true,
      releases: [
        { at: '2026-10-24T12:00:00.000Z', by: jana },
        { at: '2026-10-30T13:05:00.000Z', by: jana },
      ],
      outcome: { at: '2026-10-30T13:12:00.000Z', by: jana, via: 'person', note: 'Um 14:10 Uhr gelöscht.' },
      overridden: ['archive-complete', 'staff-told'],
    });
    expect(all.filter(({ seq }) => account?.evidence.includes(seq)).map(({ sha256: digest }) => digest)).toEqual([
      evidence.shot.sha256,
      evidence.word.sha256,
    ]);
    const used = approvals.filter(({ seq }) => account?.approvals.includes(seq));
    expect(used.map(({ by, insteadOf }) => [by?.id, insteadOf])).toEqual([
      ['jana', null],
      ['mo', petra],
    ]);
    expect(ads).toMatchObject({
      step: 'pull-ads',
      result: 'done',
      isByHand: false,
      outcome: { by: null, via: 'probe' },
    });
    expect(ads?.letGo).toMatchObject([{ by: klaus, typed: 'aurora-x' }]);
    expect(closed).toHaveLength(2);
  });

  it('keeps an emergency override with both people and the words that they typed', async () => {
    const { overrides } = await certified(fullRun());
    expect(overrides).toMatchObject([
      {
        step: 'deactivate',
        gates: ['archive-complete', 'staff-told'],
        asked: { by: jana, reason: 'Konto ist übernommen und verbreitet Betrug; es muss heute weg.' },
        agreed: { by: petra, reason: 'Zugestimmt. Rechtsabteilung trägt es mit, Az. 24/113.' },
      },
    ]);
    expect(overrides[0]?.usedBy).toHaveLength(2);
  });

  it('does not say that an override was agreed or used when nobody agreed', async () => {
    const asked = fullRun().findIndex(({ type }) => type === 'override.asked');
    const { overrides } = await certified(fullRun().slice(0, asked + 1));
    expect(overrides).toMatchObject([{ agreed: null, usedBy: [] }]);
  });

  it('tells what was in doubt, who said what, and how it was settled', async () => {
    const { doubts } = await certified(fullRun());
    expect(doubts).toMatchObject([
      {
        step: 'deactivate',
        probe: 'cannot-tell',
        said: [
          { by: jana, decision: 'not-done', reason: 'Anmeldung war gesperrt.' },
          { by: petra, decision: 'agreed-not-done', reason: 'Profil ist noch zu sehen.' },
        ],
        settled: { as: 'not-done', at: '2026-10-26T08:20:00.000Z' },
      },
    ]);
  });

  it.each([
    ['in doubt', 'step.in-doubt', 1, 'doubtful'],
    ['the word of one', 'step.resolved', 1, 'doubtful'],
    ['the word of both', 'step.resolved', 2, 'not-done'],
  ] as const)('does not say that an account is gone after %s', async (_, type, count, result) => {
    const entries = fullRun();
    const at = entries.filter((entry) => entry.type === type)[count - 1]?.seq;
    const { closed, standing } = await certified(entries.slice(0, at));
    expect([closed.map((one) => one.result), standing]).toEqual([[result], 'interim']);
    expect(closed[0]?.outcome).toBeNull();
  });

  it('says that an account is only released until somebody says how it ended', async () => {
    const entries = fullRun();
    const at = entries.find(({ type, step }) => type === 'step.intent' && step === 'deactivate')?.seq;
    expect((await certified(entries.slice(0, at))).closed[0]).toMatchObject({ result: 'open', outcome: null });
  });

  it('rests on snapshots, and on verdicts with the gaps that had been accepted by then', async () => {
    const { snapshots, verdicts } = await certified(fullRun());
    const id = 'aurora-x-20261001T080000Z';
    expect(snapshots).toMatchObject([
      { type: 'snapshot', channel: 'aurora-x', id, sha256: sha256('aurora.wacz'), state: 'partial' },
      { type: 'verify', channel: 'aurora-x', id, sha256: sha256('aurora.wacz') },
    ]);
    expect(verdicts).toEqual([
      {
        step: 'complete',
        at: '2026-10-02T09:00:00.000Z',
        channel: 'aurora-x',
        verdict: 'complete-with-named-gaps',
        openGaps: [],
        acceptedBy: [petra],
        accepted: [
          {
            gap: 'cut-3f2a',
            by: petra,
            why: 'Zwei Reposts, die X nur gekürzt ausgibt',
            at: '2026-10-02T08:55:00.000Z',
          },
        ],
        digest: sha256('statement'),
      },
    ]);
  });

  it('has everything else that was not as planned', async () => {
    const { steps, clockJumps, amendments, pauses, reopened, cancelled, approvals, ended } = await certified(fullRun());
    const of = (state: string) => steps.filter((step) => step.state === state).map(({ id, reason }) => [id, reason]);
    expect(of('skipped')).toEqual([['press', 'inputs.tell_press is false.']]);
    expect(of('failed')).toEqual([['signpost', 'https://aurora.example/goodbye answers 500.']]);
    expect(of('compensated')).toEqual([['pin', null]]);
    expect(clockJumps).toMatchObject([{ from: '2026-10-30T14:00:30.000Z', to: '2026-10-30T15:00:00.000Z' }]);
    expect(amendments).toMatchObject([{ by: klaus, reason: 'X hält 30 Tage vor; 10 genügen uns.' }]);
    expect(amendments[0]?.diff).toContain('+    duration: 10d');
    expect(amendments[0]?.sources).toEqual([
      { name: 'leave-x.yaml', sha256: sha256('apiVersion: playbook/v1\nversion: 4\n') },
    ]);
    expect(pauses.map(({ what, reason }) => [what, reason])).toEqual([
      ['paused', 'Streik'],
      ['resumed', 'Streik beendet'],
    ]);
    expect(reopened).toMatchObject([{ step: 'signpost', by: jana, reason: 'Seite steht nun' }]);
    expect(cancelled).toMatchObject({ by: petra, reason: 'Der Rest wird von Hand erledigt.' });
    expect(ended).toMatchObject({ state: 'cancelled' });
    expect(approvals.map(({ by, decision, voided }) => [by?.id, decision, voided?.changed ?? null])).toEqual([
      ['jana', 'given', ['verified.manifest_sha256']],
      ['klaus', 'rejected', null],
      ['jana', 'given', null],
      ['mo', 'given', null],
    ]);
    expect(approvals.map(({ signature }) => signature?.check ?? null)).toEqual([null, null, null, 'forged']);
  });

  it('names the playbook with its digest, the inputs, the zone and the journal’s head', async () => {
    const entries = fullRun();
    const { playbook, inputs, timezone, journal, run, started } = await certified(entries);
    expect(playbook).toMatchObject({ name: 'leave-x', version: 4, mode: 'delete' });
    expect(playbook.sources).toEqual([
      { name: 'leave-x.yaml', sha256: sha256('apiVersion: playbook/v1\nversion: 3\n') },
    ]);
    expect(inputs).toEqual({ account: 'aurora-x', last_day: '2026-10-30', grace_days: 30, tell_press: false });
    expect([run, timezone, started.by]).toEqual([RUN, 'Europe/Berlin', klaus]);
    const last = entries.at(-1);
    expect(journal).toEqual({ entries: entries.length, head: { seq: last?.seq, hash: last?.hash } });
  });

  it('is interim while the run waits, and says for what; final when it has ended', async () => {
    const open = await certified(unfinishedRun());
    expect([open.standing, open.ended]).toEqual(['interim', null]);
    expect(open.waitsFor).toMatchObject([
      { step: 'grace', state: 'waiting', waits: 'timer', timerAt: '2026-11-29T13:12:00.000Z' },
    ]);
    expect(await certified(plainRun())).toMatchObject({ standing: 'final', waitsFor: [], state: 'succeeded' });
  });

  it('knows that only its own writing is left', async () => {
    const entries = fullRun({ isCancelled: false });
    expect(await certified(entries.slice(0, -2))).toMatchObject({ standing: 'last-step', waitsFor: [] });
    expect((await certified(entries.slice(0, -1))).standing).toBe('last-step');
  });

  it('calls a person by id alone whom nobody knows any more', async () => {
    const { started } = await certified(plainRun(), { people: [] });
    expect(started.by).toEqual({ id: 'klaus', name: null });
  });

  it('looks at entries up to the state’s head and at none that came in later', async () => {
    const entries = plainRun();
    const { journal, standing } = await certify(foldRun(entries.slice(0, -1)), streamed(entries), facts);
    expect([journal.entries, standing]).toEqual([entries.length - 1, 'last-step']);
  });

  it('of a channel behind an expression that nothing explains, names the channel of the snapshot before it', async () => {
    const entries = plainRun().map((entry): JournalEntry => {
      if (entry.type !== 'run.started') return entry;
      const steps = entry.body.plan.steps.map((step) => ({
        ...step,
        channel: step.channel && `\${{ outputs.other }}`,
      }));
      return { ...entry, body: { ...entry.body, plan: { ...entry.body.plan, steps } } };
    });
    expect((await certified(chainedAnew(entries))).closed[0]?.channel).toBe('aurora-x');
  });
});

describe('over a broken journal', () => {
  const whole = plainRun();
  const change = (at: number, parts: object) =>
    whole.map((entry, index) => (index === at ? ({ ...entry, ...parts } as JournalEntry) : entry));

  it.each([
    ['an entry was changed', change(4, { at: '2026-10-01T08:20:00.001Z' })],
    ['an entry was changed together with its hash', change(4, { hash: sha256('x') })],
    ['an entry is gone', whole.filter((_, at) => at !== 4)],
    ['the tail is gone', whole.slice(0, -1)],
    ['nothing is there', []],
    [
      'two entries changed places',
      [...whole.slice(0, 4), ...whole.slice(5, 6), ...whole.slice(4, 5), ...whole.slice(6)],
    ],
    ['all of it was written anew', chainedAnew(change(4, { at: '2026-10-01T08:20:00.001Z' }))],
    ['it begins elsewhere', chainedAnew(whole.slice(1))],
    ['it is that of another run', chainedAnew(whole.map((entry) => ({ ...entry, run: 'other' })))],
  ])('nothing is certified: %s', async (_, entries) => {
    await expect(certify(foldRun(whole), streamed(entries), facts)).rejects.toMatchObject({
      code: 'certificate.journal-broken',
    });
  });
});

it('is the same, to the letter, in whatever order the keys of the journal come', async () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, turned(one)]),
    );
  };
  const entries = fullRun();
  const one = await certified(entries);
  expect(JSON.stringify(await certified(entries.map((entry) => turned(entry) as JournalEntry)))).toBe(
    JSON.stringify(one),
  );
});
