import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { JsonObject, JsonValue } from '../../src/model/playbook/json.ts';
import type { PortPerson, PortSnapshot, PortStatement, StepPorts } from '../../src/model/run/step-ports.ts';
import { completeStep } from '../../src/steps/complete.ts';
import { gateStep } from '../../src/steps/gate.ts';
import { snapshotStep } from '../../src/steps/snapshot.ts';
import { verifyStep } from '../../src/steps/verify.ts';
import { type ContextParts, NOW, noPorts, stepContext } from '../support/step-context.ts';

const snapshot: PortSnapshot = {
  id: 's1',
  channel: 'x',
  sha256: sha256('a'),
  state: 'partial',
  pages: 40,
  gaps: 3,
  startedAt: '2026-11-26T10:00:00.000Z',
  finishedAt: '2026-11-26T10:05:00.000Z',
};

describe('a step that takes a snapshot', () => {
  const take = (values: JsonObject, parts: ContextParts = {}) =>
    snapshotStep.execute?.(
      stepContext('snapshot', {
        with: values,
        ports: { takeSnapshot: async (channel) => ({ ...snapshot, channel }) },
        ...parts,
      }),
    );

  it('succeeds with a partial one and says that it is', async () => {
    expect(await take({ channel: 'x' })).toEqual({
      kind: 'succeeded',
      outputs: {
        channel: 'x',
        snapshot: 's1',
        sha256: sha256('a'),
        state: 'partial',
        pages: 40,
        gaps: 3,
        started_at: '2026-11-26T10:00:00.000Z',
        finished_at: '2026-11-26T10:05:00.000Z',
      },
    });
  });

  it('fails with a partial one where a complete one is asked for, and may be tried again', async () => {
    expect(await take({ channel: 'x', require: 'complete' })).toMatchObject({
      error: {
        code: 'snapshot.partial',
        message: 'Snapshot s1 of x is partial: 3 things are missing in it.',
        isRetryable: true,
      },
    });
  });

  it('does not rest on what was sealed because it was stopped', async () => {
    const controller = new AbortController();
    const takeSnapshot = async () => {
      controller.abort();
      return snapshot;
    };
    expect(await take({ channel: 'x' }, { signal: controller.signal, ports: { takeSnapshot } })).toMatchObject({
      error: { code: 'step.interrupted', isRetryable: true },
    });
  });

  it('is about the channel of the input where it names none', async () => {
    expect(await take({}, { inputs: { channel: 'mastodon' } })).toMatchObject({ outputs: { channel: 'mastodon' } });
    expect(await take({})).toMatchObject({
      error: { code: 'step.bad-value', message: expect.stringContaining('neither a step before it nor an input') },
    });
  });
});

describe('a step that verifies', () => {
  const verify = (problems: readonly string[], parts: ContextParts = {}) =>
    verifyStep.execute?.(
      stepContext('verify', {
        with: { channel: 'x' },
        ports: {
          verifySnapshot: async (channel) => ({
            ok: problems.length === 0,
            snapshot: { ...snapshot, channel },
            problems,
            records: 812,
          }),
        },
        ...parts,
      }),
    );

  it('has the digest of the file that was read, and when', async () => {
    expect(await verify([])).toMatchObject({
      kind: 'succeeded',
      outputs: { channel: 'x', snapshot: 's1', manifest_sha256: sha256('a'), verified_at: NOW, records: 812 },
    });
  });

  it('fails for good, with the first problems by name', async () => {
    const problems = ['zip.crc: The bytes 7 to 9 differ.', 'b', 'c', 'd', 'e'];
    expect(await verify(problems)).toMatchObject({
      error: {
        code: 'verify.not-sound',
        message: 'Snapshot s1 is not sound. zip.crc: The bytes 7 to 9 differ. b c And 2 more.',
        isRetryable: false,
      },
    });
  });

  it('is about the channel of the nearest snapshot it rests on', async () => {
    const before = [
      { id: 'first', outputs: { channel: 'x' } },
      { id: 'second', outputs: { channel: 'mastodon' }, needs: ['first'] },
      { id: 'told', outputs: {}, needs: ['second'] },
    ];
    const parts = { with: {}, before };
    expect(await verify([], { ...parts, step: { needs: ['told'] } })).toMatchObject({
      outputs: { channel: 'mastodon' },
    });
    expect(await verify([], { ...parts, step: { needs: ['first'] } })).toMatchObject({ outputs: { channel: 'x' } });
    expect(await verify([], { ...parts, step: { needs: ['first', 'second'] } })).toMatchObject({
      error: { code: 'step.bad-value', message: expect.stringContaining('one of: x, mastodon') },
    });
  });
});

describe('a step that asks whether a channel is complete', () => {
  const gaps = [
    { id: 'a1b2', reason: '7 posts are missing.' },
    { id: 'c3d4', reason: 'No export was imported.' },
  ];
  const people: Readonly<Record<string, readonly PortPerson[]>> = {
    jana: [{ id: 'jana', name: 'Jana', email: 'jana@aurora.example', key: 'MCow' }],
    jana2: [{ id: 'jana2', name: 'J.', email: 'Jana+private@aurora.example' }],
    jana3: [{ id: 'jana3', name: 'J.', email: null, key: 'MCow' }],
    tom: [{ id: 'tom', name: 'Tom', email: null }],
    legal: [{ id: 'tom', name: 'Tom', email: null }],
  };

  /** The run was started by jana. */
  const ask = (statement: Partial<PortStatement>, accept_named_gaps?: JsonValue) => {
    const ports: Partial<StepPorts> = {
      people: (name) => people[name] ?? noPorts.people(name),
      statement: async (channel) => ({
        channel,
        verdict: 'complete-with-named-gaps',
        isComplete: false,
        isAccepted: statement.isComplete === true,
        openGaps: [],
        acceptedBy: [],
        changedAt: null,
        digest: sha256('statement'),
        ...statement,
      }),
    };
    const values = { channel: 'x', ...(accept_named_gaps === undefined ? {} : { accept_named_gaps }) };
    return completeStep.execute?.(stepContext('complete', { with: values, ports }));
  };

  const reasonOf = async (asked: ReturnType<typeof ask>): Promise<string> => {
    const result = await asked;
    if (result?.kind === 'waiting') return result.reason;
    throw new Error(JSON.stringify(result));
  };

  it.each(['no', 'one_person', 'two_people'])('succeeds when nothing is missing, with %s', async (accepts) => {
    expect(await ask({ verdict: 'complete', isComplete: true }, accepts)).toEqual({
      kind: 'succeeded',
      outputs: { channel: 'x', verdict: 'complete', digest: sha256('statement'), accepted_by: [], stated_at: NOW },
    });
  });

  it('waits with the open gaps by name and the command to type', async () => {
    for (const accepts of ['one_person', 'two_people']) {
      expect(await reasonOf(ask({ openGaps: gaps }, accepts))).toBe(
        'The statement of x is "complete-with-named-gaps". Open: a1b2 (7 posts are missing), c3d4 (No export was imported). ' +
          'Close them, or accept what can be done without: lastpost channel accept x a1b2 c3d4 --as PERSON --because TEXT',
      );
    }
  });

  it('takes no gap, however many accepted it, where none is taken', async () => {
    const reason = await reasonOf(ask({ isAccepted: true, acceptedBy: ['tom'] }, 'no'));
    expect(reason).toMatch(/takes no gap, accepted or not.*lastpost channel statement x$/);
    expect(reason).not.toContain('channel accept');
  });

  it('waits when there is nothing that could be accepted', async () => {
    expect(await reasonOf(ask({ verdict: 'cannot-tell' }, 'one_person'))).toMatch(
      /names no gap that could be accepted/,
    );
  });

  it('succeeds for one person when every gap is accepted, also by whoever started the run', async () => {
    expect(await ask({ isAccepted: true, acceptedBy: ['jana'] }, 'one_person')).toMatchObject({
      kind: 'succeeded',
      outputs: { verdict: 'complete-with-named-gaps', accepted_by: ['jana'] },
    });
  });

  it('waits for a second person where two are asked for, and says whom it has', async () => {
    expect(await reasonOf(ask({ isAccepted: true, acceptedBy: ['jana'] }))).toBe(
      'The gaps of x were accepted by jana alone, and jana started the run. Missing is one person other than jana: ' +
        'lastpost channel accept x GAP --as PERSON --because TEXT',
    );
    expect(await ask({ isAccepted: true, acceptedBy: ['jana', 'tom'] })).toMatchObject({ kind: 'succeeded' });
    expect(await ask({ isAccepted: true, acceptedBy: ['tom'] })).toMatchObject({ kind: 'succeeded' });
  });

  it('takes a second id of whoever started the run for no second person', async () => {
    const reason = await reasonOf(ask({ isAccepted: true, acceptedBy: ['jana2'] }));
    expect(reason).toContain('accepted by jana2, who has the same mailbox or key as jana alone');
    expect(await reasonOf(ask({ isAccepted: true, acceptedBy: ['jana', 'jana3'] }))).toContain('and jana3, who has');
  });

  it('takes a name that nobody knows, or that of a role, for no second person', async () => {
    const reason = await reasonOf(ask({ isAccepted: true, acceptedBy: ['jana', 'J. Öztürk', 'legal'] }));
    expect(reason).toContain('Not known as a person there: "J. Öztürk", "legal".');
    expect(await reasonOf(ask({ isAccepted: true, acceptedBy: ['J. Öztürk'] }))).toContain(
      'by nobody whom lastpost.yaml',
    );
  });

  it('names the first gaps of many, and how many more there are', async () => {
    const openGaps = Array.from({ length: 30 }, (_, at) => ({ id: `gap${at}`, reason: 'A post is missing.' }));
    const reason = await reasonOf(ask({ openGaps }));
    expect(reason).toContain('gap4 (A post is missing) and 25 more.');
    expect(reason).not.toContain('gap5');
  });
});

describe('a gate', () => {
  const gate = (require: JsonValue) => gateStep.execute?.(stepContext('gate', { with: { require } }));

  it('opens when all is true', async () => {
    const conditions = [
      { that: true, say: 'The memo is not sent.' },
      { that: 3, say: { en: 'No post is kept.', de: 'Kein Beitrag ist aufbewahrt.' } },
    ];
    expect(await gate(conditions)).toEqual({
      kind: 'succeeded',
      outputs: { required: ['The memo is not sent.', 'No post is kept.'] },
    });
  });

  it('waits, saying all that is not so', async () => {
    const conditions = [
      { that: false, say: 'The memo is not sent.' },
      { that: true, say: 'The card is not read.' },
      { that: null, say: 'Nobody verified it.' },
      { that: 0, say: 'No post is kept.' },
    ];
    expect(await gate(conditions)).toEqual({
      kind: 'waiting',
      reason: 'The memo is not sent. · Nobody verified it. · No post is kept.',
    });
  });

  it.each([
    ['a condition that nobody worked out', 'steps.memo.state == "succeeded"'],
    ['the word false', 'false'],
    ['an object', { state: 'failed' }],
    ['nothing at all', undefined],
  ])('does not open for %s', async (_, that) => {
    const condition = { that, say: 'The memo is not sent.' } as unknown as JsonObject;
    expect(await gate([condition])).toMatchObject({
      kind: 'failed',
      error: { code: 'step.bad-value', message: expect.stringContaining('with.require[0].that') },
    });
  });

  it('does not open when there is nothing to require, or nothing to say', async () => {
    for (const require of [[], null, [{ that: true }], ['true']]) {
      expect(await gate(require)).toMatchObject({ kind: 'failed', error: { code: 'step.bad-value' } });
    }
  });
});
