import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { sha256File } from '../../../src/base/digest.ts';
import { acceptGaps } from '../../../src/journeys/accept-gap.ts';
import { initWorkspace } from '../../../src/journeys/init-workspace.ts';
import { openStepPorts } from '../../../src/journeys/runs/step-ports.ts';
import type { Person } from '../../../src/model/run/people.ts';
import type { StepPorts } from '../../../src/model/run/step-ports.ts';
import { completeStep } from '../../../src/steps/complete.ts';
import { snapshotStep } from '../../../src/steps/snapshot.ts';
import { verifyStep } from '../../../src/steps/verify.ts';
import { html, useSites } from '../../support/fixtures.ts';
import { noPorts, stepContext } from '../../support/step-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const site = useSites();

function person(id: string, parts: Partial<Person> = {}): Person {
  return { id, name: id, roles: [], email: null, key: null, language: null, absences: [], ...parts };
}

const people: readonly Person[] = [
  person('jana', { name: 'Jana Öztürk', roles: ['brand'], email: 'jana@aurora.example' }),
  person('tom', {
    roles: ['legal'],
    absences: [{ from: '2026-12-24', until: '2026-12-31', delegate: 'jana' }],
  }),
  person('kim', { roles: ['service'], absences: [{ from: '2026-12-24', until: '2026-12-31', delegate: null }] }),
];

const work = [new AbortController().signal, () => undefined] as const;

async function portsOf(dir: string, now = systemClock.now): Promise<StepPorts> {
  const { writeCertificate } = noPorts;
  const input = { people, timezone: 'Europe/Berlin', clock: { now }, writeCertificate };
  return openStepPorts({ cwd: dir }, input);
}

async function addTo(dir: string, lines: string): Promise<void> {
  const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  await writeFile(join(dir, 'lastpost.yaml'), `${yaml.replace(/^channels:.*$/m, '')}\n${lines}`);
}

describe('steps in a real workspace', () => {
  it('take a snapshot, verify every byte of it, and ask the statement until every gap is accepted', async () => {
    const { url } = await site({ '/': html('Goodbye') });
    const dir = await bareWorkspace();
    await addTo(dir, `channels:\n  - {id: blog, platform: website, url: "${url('/')}", scope: page}\n`);
    const ports = await portsOf(dir);
    const values = { with: { channel: 'blog' }, ports };
    expect(await ports.newestSnapshot('blog')).toBeNull();
    expect(await verifyStep.execute?.(stepContext('verify', values))).toMatchObject({
      kind: 'failed',
      error: { code: 'snapshot.not-found', isRetryable: false },
    });

    const taken = await snapshotStep.execute?.(stepContext('snapshot', values));
    if (taken?.kind !== 'succeeded') throw new Error(JSON.stringify(taken));
    const { snapshot: id, sha256 } = taken.outputs;
    expect(taken.outputs).toMatchObject({ channel: 'blog', pages: 1 });
    const newest = await ports.newestSnapshot('blog');
    expect(newest).toMatchObject({ id, sha256, channel: 'blog' });

    const verified = await verifyStep.execute?.(stepContext('verify', values));
    expect(verified).toMatchObject({ kind: 'succeeded', outputs: { snapshot: id, manifest_sha256: sha256 } });
    expect(verified?.kind === 'succeeded' && Number(verified.outputs.records)).toBeGreaterThan(2);

    await asksUntilAccepted(dir, ports);
    const path = await snapshotFile(dir);
    expect((await sha256File(path)).sha256).toBe(sha256);
    const bytes = await readFile(path);
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    await writeFile(path, bytes);
    const { ok, problems } = await ports.verifySnapshot('blog', ...work);
    expect(ok).toBe(false);
    // Against what is in the file itself, and against what the ledger remembers of it.
    // Which rule of the file finds it depends on where its middle lies.
    for (const rule of [/^(?!ledger\.)[\w.-]+: /, /^ledger\.sha256: /])
      expect(problems.some((one) => rule.test(one))).toBe(true);
    expect(await verifyStep.execute?.(stepContext('verify', values))).toMatchObject({
      error: { code: 'verify.not-sound', isRetryable: false },
    });
  });

  async function asksUntilAccepted(dir: string, ports: StepPorts): Promise<void> {
    const ask = (accept_named_gaps: string) =>
      completeStep.execute?.(stepContext('complete', { with: { channel: 'blog', accept_named_gaps }, ports }));
    const before = await ports.statement('blog');
    const gaps = before.openGaps.map(({ id }) => id);
    expect(gaps.length).toBeGreaterThan(0);
    expect(before.changedAt).toBe((await ports.newestSnapshot('blog'))?.finishedAt);
    expect(await ask('two_people')).toMatchObject({ kind: 'waiting', reason: expect.stringContaining(gaps[0] ?? '?') });
    // Nothing has happened: asked a week later it is the same.
    const later = await portsOf(dir, () => new Date(Date.now() + 7 * 86_400_000));
    expect((await later.statement('blog')).digest).toBe(before.digest);

    const input = { channel: 'blog', gaps, by: 'jana  ÖZTÜRK', why: 'The page says it all.' };
    await acceptGaps(input, { cwd: dir }, { clock: systemClock });
    const after = await ports.statement('blog');
    expect(after).toMatchObject({ isComplete: false, isAccepted: true, openGaps: [], acceptedBy: ['jana'] });
    expect(after.digest).not.toBe(before.digest);
    const outputs = { digest: after.digest, accepted_by: ['jana'] };
    expect(await ask('one_person')).toMatchObject({ kind: 'succeeded', outputs });
    // It was jana who started the run.
    expect(await ask('two_people')).toMatchObject({ kind: 'waiting', reason: expect.stringContaining('jana alone') });
    await acceptGaps({ ...input, by: 'tom' }, { cwd: dir }, { clock: systemClock });
    expect(await ask('two_people')).toMatchObject({ kind: 'succeeded', outputs: { accepted_by: ['tom'] } });
  }

  it('are told which channels there are when theirs is none', async () => {
    const dir = await bareWorkspace();
    await addTo(dir, 'channels:\n  - {id: x, platform: x, url: "https://x.com/aurora"}\n');
    const ports = await portsOf(dir);
    const failed = await snapshotStep.execute?.(stepContext('snapshot', { with: { channel: 'mastodon' }, ports }));
    expect(failed).toMatchObject({
      kind: 'failed',
      error: { code: 'channel.unknown', hint: 'Choose one of: x.', isRetryable: false },
    });
  });
});

describe('the people whom steps find', () => {
  const found = async (idOrRole: string, day: string) => {
    const ports = await portsOf(await bareWorkspace(), () => new Date(day));
    return ports.people(idOrRole).map(({ id }) => id);
  };

  it('are found by id, and by role as long as they are here', async () => {
    expect(await found('tom', '2026-12-28T12:00:00Z')).toEqual(['tom']);
    expect(await found('legal', '2026-12-23T12:00:00Z')).toEqual(['tom']);
    expect(await found('legal', '2026-12-28T12:00:00Z')).toEqual(['jana']);
    expect(await found('service', '2026-12-28T12:00:00Z')).toEqual([]);
    // In Berlin it is Christmas Eve by then.
    expect(await found('legal', '2026-12-23T23:30:00Z')).toEqual(['jana']);
  });

  it('are named when nobody is called so', async () => {
    await expect(found('press', '2026-12-23T12:00:00Z')).rejects.toMatchObject({
      code: 'person.unknown',
      hint: 'Known are: jana, tom, kim, brand, legal, service.',
    });
  });
});

describe('the mail server that steps see', () => {
  afterEach(() => {
    delete process.env.LASTPOST_TEST_MAIL;
  });

  it('is none, or one with the password of the environment, which only mails have need of', async () => {
    const dir = await bareWorkspace();
    expect((await portsOf(dir)).mail).toBeNull();
    await addTo(
      dir,
      'mail: {url: "smtps://a@mail.aurora.example", from: a@aurora.example, password: "env:LASTPOST_TEST_MAIL"}\n',
    );
    const ports = await portsOf(dir);
    expect(() => ports.mail).toThrow('The environment has no LASTPOST_TEST_MAIL.');
    process.env.LASTPOST_TEST_MAIL = 'hunter2';
    expect(ports.mail).toEqual({
      url: 'smtps://a@mail.aurora.example',
      from: 'a@aurora.example',
      password: 'hunter2',
    });
    expect(ports).toMatchObject({ folder: dir, environment: { PATH: process.env.PATH } });
  });
});

async function bareWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Aurora', languages: ['en'] });
  return dir;
}

async function snapshotFile(dir: string): Promise<string> {
  const folder = join(dir, 'vault', 'blog');
  return join(folder, (await readdir(folder)).find((name) => name.endsWith('.wacz')) ?? '');
}
