// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rehearsePlaybook } from '../../../src/journeys/rehearse/rehearse-playbook.ts';
import type { Debrief, RehearsedStep } from '../../../src/model/run/rehearsal/debrief.ts';
import { debriefText } from '../../../src/model/run/rehearsal/debrief-text.ts';
import { type MishapName, mishapNames } from '../../../src/model/run/rehearsal/mishap.ts';
import type { ScriptedReply } from '../../../src/model/run/rehearsal/reply.ts';
import { addPlaybooks, newRunFolder, playbookOf } from '../../support/run-workspace.ts';

interface Asked {
  readonly steps: string;
  readonly more?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly people?: readonly [string, string];
  readonly mishaps?: readonly MishapName[];
  readonly script?: readonly (Partial<ScriptedReply> & { readonly step: string })[];
  /** A Monday, unless said. */
  readonly now?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

const MONDAY = '2027-01-11T08:00:00.000Z';

async function rehearse({
  steps,
  more,
  parts = {},
  people,
  mishaps = [],
  script = [],
  now = MONDAY,
  inputs = {},
}: Asked) {
  const cwd = await newRunFolder({});
  await addPlaybooks(cwd, { played: playbookOf('played', steps, more), ...parts });
  if (people !== undefined) {
    const file = join(cwd, 'lastpost.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(...people));
  }
  const lines = script.map((line) => ({ says: 'done' as const, after: null, because: null, by: null, ...line }));
  const context = {
    clock: { now: () => new Date(now) },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  return rehearsePlaybook({ playbook: 'played', inputs, mishaps, script: lines }, { cwd, workspaceDir: cwd }, context);
}

function stepIn({ steps }: Debrief, id: string): RehearsedStep {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
}

const german = (debrief: Debrief) => debriefText(debrief, { language: 'de', format: 'text', width: 200 });
const english = (debrief: Debrief) => debriefText(debrief, { language: 'en', format: 'text', width: 200 });

const READY = `
  - {id: archive, type: snapshot, with: {channel: x}}
  - {id: verified, type: verify, needs: [archive]}
  - {id: complete, type: complete, needs: [verified], with: {channel: x}}
  - {id: memo, type: manual, assignee: brand, staff_memo: true}
  - {id: signoff, type: approval, needs: [complete, memo], approvers: [legal]}
`;
const CLOSE = `
  - id: close
    type: manual
    assignee: brand
    irreversible: true
    needs: [signoff]
    confirm: aurora
    expires: 24h
    channel: x
    probe: {type: http, with: {url: "https://x.com/aurora", expect: gone}}
    evidence: [{id: shot, kind: file, required: true}]
`;

describe('a playbook that uses another one', () => {
  const part = playbookOf(
    'part',
    `
  - {id: memo, type: manual, assignee: "\${{ inputs.who }}"}
  - {id: card, type: manual, assignee: service, needs: [memo]}
`.replace('"${{ inputs.who }}"', 'brand'),
  );

  it('is rehearsed step by step, and a script calls its steps by their whole ids', async () => {
    const debrief = await rehearse({
      steps: '\n  - {id: tell, uses: part}\n  - {id: after, type: manual, assignee: legal, needs: [tell]}',
      parts: { part },
      script: [{ step: 'tell/memo', says: 'later', after: '2d', because: 'Anna is at the fair.' }],
    });
    expect(debrief.steps.map(({ id }) => id)).toEqual(['tell/memo', 'tell/card', 'after']);
    expect(stepIn(debrief, 'tell/memo')).toMatchObject({ doneAt: '2027-01-13T09:00:00.000Z', by: ['Anna Berg'] });
    expect(stepIn(debrief, 'after').doneAt).toBe('2027-01-13T11:00:00.000Z');
    await expect(
      rehearse({ steps: '\n  - {id: tell, uses: part}', parts: { part }, script: [{ step: 'tell' }] }),
    ).rejects.toMatchObject({ code: 'rehearsal.not-asked' });
  });
});

describe('a step that nobody answers in time', () => {
  const steps = (onTimeout: string) => `
  - {id: ask, type: manual, assignee: brand, timeout: 3d, on_timeout: ${onTimeout}}
  - {id: after, type: manual, assignee: legal, needs: [ask]}`;
  const script = [{ step: 'ask', says: 'cannot', because: 'Nobody knows.' }] as const;

  it('is passed over with on_timeout: continue, and nobody waits for its role any longer', async () => {
    const debrief = await rehearse({ steps: steps('continue'), script });
    expect(debrief.state).toBe('succeeded');
    expect(stepIn(debrief, 'ask')).toMatchObject({ state: 'skipped', doneAt: null });
    expect(stepIn(debrief, 'after').askedAt).toBe('2027-01-14T08:00:00.000Z');
    // From Monday at nine to Thursday at nine, whatever the run goes on with.
    expect(debrief.waitedFor[0]).toMatchObject({ role: 'brand', workingDays: 3 });
  });

  it('is opened again with on_timeout: fail, as it was by accident', async () => {
    const debrief = await rehearse({ steps: steps('fail'), script });
    expect(debrief.state).toBe('succeeded');
    expect(stepIn(debrief, 'ask').doneAt).toBe('2027-01-15T09:00:00.000Z');
  });

  it('goes on waiting with on_timeout: remind', async () => {
    const debrief = await rehearse({ steps: steps('remind'), script });
    expect(debrief).toMatchObject({ ended: false, waitsFor: [{ step: 'ask', reason: { de: 'Nobody knows.' } }] });
  });

  it('says so in German when it fails for good', async () => {
    const again = { step: 'ask', says: 'cannot' } as const;
    const debrief = await rehearse({ steps: steps('fail'), script: [again, again, again] });
    expect(debrief.state).toBe('needs_attention');
    expect(german(debrief)).toContain(
      'ask: wartet auf Anna Berg, Ines Kuhn – Innerhalb der gesetzten Frist hat niemand geantwortet.',
    );
  });
});

describe('a gate that is shut', () => {
  it('holds what cannot be undone, and the debrief says which one in the language of its reader', async () => {
    const debrief = await rehearse({
      steps: `${READY}  - {id: newer, type: snapshot, needs: [signoff], with: {channel: x}}\n${CLOSE.replace('[signoff]', '[signoff, newer]')}`,
    });
    expect(debrief).toMatchObject({ ended: false, waitsFor: [{ step: 'close' }] });
    expect(english(debrief)).toContain('What was verified is not the newest snapshot of x');
    expect(german(debrief)).toContain('Kein Schritt davor hat das Archiv von x so geprüft, wie es jetzt ist.');
    expect(german(debrief)).not.toMatch(/What was|waits/);
    expect(debrief.noReturn).toMatchObject({ step: 'close', at: null });
  });
});

describe('the clocks', () => {
  const steps = `
  - {id: first, type: manual, assignee: brand}
  - {id: pause, type: wait, duration: DURATION, needs: [first]}
  - {id: after, type: manual, assignee: brand, needs: [pause]}`;

  // In Berlin they go forwards on Sunday, 28 March 2027, and back on Sunday, 31 October.
  it.each([
    ['3d', '2027-03-26T08:00:00.000Z', '2027-03-29T08:00:00.000Z'],
    ['72h', '2027-03-26T08:00:00.000Z', '2027-03-29T09:00:00.000Z'],
    ['3d', '2027-10-29T07:00:00.000Z', '2027-11-01T09:00:00.000Z'],
    ['72h', '2027-10-29T07:00:00.000Z', '2027-11-01T08:00:00.000Z'],
  ])('change within a wait of %s that begins on %s', async (duration, now, ends) => {
    const debrief = await rehearse({ steps: steps.replace('DURATION', duration), now });
    expect(stepIn(debrief, 'pause').doneAt).toBe(ends);
    expect(debrief.journal.ok).toBe(true);
  });
});

describe('whoever is away', () => {
  const ABSENT = 'roles: [legal], absent: [{from: 2027-01-01, until: 2027-01-31, delegate: omar}]';

  it('has a delegate who approves in their place', async () => {
    const debrief = await rehearse({ steps: READY, people: ['roles: [legal]', ABSENT] });
    expect(stepIn(debrief, 'signoff')).toMatchObject({ by: ['Omar Haddad'], doneAt: '2027-01-12T09:00:00.000Z' });
  });

  it('is waited for where nobody speaks for them', async () => {
    const absent = ABSENT.replace(', delegate: omar', '');
    const debrief = await rehearse({ steps: READY, people: ['roles: [legal]', absent] });
    expect(stepIn(debrief, 'signoff')).toMatchObject({ by: ['Lena Maurer'], doneAt: '2027-02-01T08:00:00.000Z' });
    expect(debrief.waitedFor[0]).toMatchObject({ role: 'legal', workingDays: 14.9 });
  });

  it('and falls ill when asked, is spoken for by the delegate whom they have at other times', async () => {
    const later = ABSENT.replaceAll('2027-01', '2027-07');
    const debrief = await rehearse({
      steps: READY + CLOSE,
      people: ['roles: [legal]', later],
      mishaps: ['approver-ill'],
    });
    expect(debrief.mishaps).toMatchObject([{ end: 'delegate', who: 'Lena Maurer', instead: 'Omar Haddad' }]);
    expect(german(debrief)).toContain('Freigegeben hat in Vertretung Omar Haddad.');
  });
});

describe('what goes wrong', () => {
  it('is an export twelve days late, where a step brings one', async () => {
    const debrief = await rehearse({
      steps:
        '\n  - {id: export, type: manual, assignee: brand, due: 2027-01-15}\n  - {id: close, type: manual, assignee: brand, needs: [export]}',
      mishaps: ['export-late'],
    });
    expect(debrief.mishaps).toMatchObject([{ hit: true, step: 'export', endDays: 12, slipped: [{ step: 'export' }] }]);
    expect(stepIn(debrief, 'export').doneAt).toBe('2027-01-27T09:00:00.000Z');
    expect(debrief.late.map(({ id }) => id)).toEqual(['export']);
  });

  it('costs what the certificate comes later, and not what a look after a month does', async () => {
    const after = `
  - {id: paper, type: certificate, needs: [close]}
  - {id: month, type: wait, until: 2027-06-30, needs: [paper]}
  - {id: look, type: manual, assignee: brand, needs: [month]}`;
    const debrief = await rehearse({ steps: READY + CLOSE + after, mishaps: ['probe-says-alive'] });
    const [mishap] = debrief.mishaps;
    expect(mishap).toMatchObject({ endsWith: 'certificate' });
    expect(mishap?.endDays).toBeGreaterThan(1);
    expect(german(debrief)).toMatch(/Die Bescheinigung kam .* später/);
  });

  it('is no export where none is brought', async () => {
    const debrief = await rehearse({ steps: READY + CLOSE, mishaps: ['export-late'] });
    expect(debrief.mishaps).toMatchObject([{ hit: false, step: null, endDays: 0, moved: [], slipped: [] }]);
    expect(german(debrief)).toContain('Hier gab es nichts zu treffen: Kein Schritt von Hand heißt „export“.');
  });

  it('is that what was ended still answers: two people look, and it is done once more', async () => {
    const debrief = await rehearse({ steps: READY + CLOSE, mishaps: ['probe-says-alive'] });
    const without = await rehearse({ steps: READY + CLOSE });
    expect(debrief).toMatchObject({ state: 'succeeded', journal: { ok: true } });
    expect(debrief.mishaps).toMatchObject([{ hit: true, step: 'close', endDays: 2.1 }]);
    expect(debrief.journal.entries).toBeGreaterThan(without.journal.entries + 3);
    expect(debrief.noReturn?.isAllBefore).toBe(true);
  });

  it('is an approver who says no: the run stands still, and the debrief says why in both languages', async () => {
    const debrief = await rehearse({
      steps: READY + CLOSE,
      script: [{ step: 'signoff', says: 'cannot', because: 'Das Archiv hat Lücken.' }],
    });
    expect(debrief).toMatchObject({ state: 'needs_attention', ended: false, waitsFor: [{ step: 'signoff' }] });
    expect(english(debrief)).toContain('Lena Maurer (lena) rejected it: Das Archiv hat Lücken.');
    expect(german(debrief)).toContain('Lena Maurer hat es abgelehnt: Das Archiv hat Lücken.');
  });
});

describe('what a real run would not have had', () => {
  const steps = `
  - {id: told, type: notify, with: {to: [legal], subject: Done, text: It is done.}}
  - {id: chat, type: notify, needs: [told], with: {webhook: "\${{ secrets.hook }}"}}
  - {id: never, type: notify, needs: [chat], if: "1 == 2", with: {webhook: "\${{ secrets.other }}"}}`;
  const more = 'secrets: {hook: env:LASTPOST_NOT_SET_HERE, other: env:LASTPOST_NEVER_ASKED}';

  it('is told as such: a mail server, and secrets of the steps that came up', async () => {
    const debrief = await rehearse({ steps, more });
    expect(debrief.missing).toEqual([
      { what: 'mail-server', which: null, steps: ['told'] },
      { what: 'secret', which: 'env:LASTPOST_NOT_SET_HERE', steps: ['chat'] },
    ]);
    expect(german(debrief)).toContain(
      'told: Niemand wäre benachrichtigt worden. In lastpost.yaml fehlt der Mailserver',
    );
  });

  it('is the address of somebody, and the password of the mail server', async () => {
    const mail =
      'mail: {url: "smtps://lastpost@mail.example.org", from: a@aurora.example, password: env:LASTPOST_NO_PASSWORD}\npeople:';
    const withServer = await rehearse({ steps, more, people: ['people:', mail] });
    expect(withServer.missing.map(({ what, which }) => [what, which])).toEqual([
      ['secret', 'env:LASTPOST_NO_PASSWORD'],
      ['secret', 'env:LASTPOST_NOT_SET_HERE'],
    ]);
    const nowhere = await rehearse({ steps, more, people: [', email: lena@aurora.example', ''] });
    expect(nowhere.missing[1]).toEqual({ what: 'address', which: 'Lena Maurer', steps: ['told'] });
  });
});

describe('the same rehearsal twice', () => {
  it('has the same debrief, byte for byte, with all that can go wrong', async () => {
    const text = await readFile(resolve('tests/fixtures/playbooks/every-step.yaml'), 'utf8');
    const one = () =>
      rehearse({
        steps: READY,
        parts: { played: text },
        inputs: { account: 'x', last_day: '2027-04-30' },
        mishaps: mishapNames,
        script: [{ step: 'memo', says: 'later', after: '5d' }],
      });
    const [first, second] = [await one(), await one()];
    expect(first.state).toBe('succeeded');
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(german(second) + english(second)).toBe(german(first) + english(first));
  });
});
