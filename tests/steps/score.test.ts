import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import type { StepResult } from '../../src/model/run/step-type.ts';
import { scoreStep } from '../../src/steps/score.ts';
import { type ContextParts, stepContext } from '../support/step-context.ts';

type Before = NonNullable<ContextParts['before']>[number];

function asked(id: string, answer: string | null, parts: Partial<Before> = {}): Before {
  const choices = ['yes', 'partly', 'no'];
  const evidence = [{ id: 'answer', kind: 'text', required: true, description: null, choices }] as const;
  return { id, outputs: answer === null ? {} : { answer }, evidence, ...parts };
}

const points = { yes: 2, partly: 1, no: 0 };

async function score(before: readonly Before[], values: JsonObject = {}): Promise<StepResult | undefined> {
  const needs = before.map(({ id }) => id);
  return scoreStep.execute?.(stepContext('score', { before, with: { points, ...values }, step: { needs } }));
}

describe('a step of type score', () => {
  it('counts all answers before it, and says what to do about each that is not worth all points', async () => {
    const gaps = { shop: { en: 'Move the shop.', de: 'Ziehen Sie den Shop um.' } };
    const before = [asked('site', 'yes'), asked('shop', 'partly'), asked('money', 'no'), { id: 'memo', outputs: {} }];
    expect(await score(before, { gaps, pass: 3 })).toEqual({
      kind: 'succeeded',
      outputs: {
        points: 3,
        of: 6,
        percent: 50,
        pass: 3,
        passed: true,
        gaps: [
          { step: 'shop', answer: 'partly', points: 1, todo: gaps.shop },
          { step: 'money', answer: 'no', points: 0, todo: null },
        ],
      },
    });
  });

  it('is passed with all points only, where nothing says how many are enough', async () => {
    expect(await score([asked('site', 'yes'), asked('shop', 'partly')])).toMatchObject({ outputs: { passed: false } });
    expect(await score([asked('site', 'yes')])).toMatchObject({ outputs: { passed: true, percent: 100, gaps: [] } });
  });

  it('never rounds up to all of it', async () => {
    const many = Array.from({ length: 150 }, (_, at) => asked(`a${at}`, at === 0 ? 'partly' : 'yes'));
    expect(await score(many)).toMatchObject({ outputs: { points: 299, of: 300, percent: 99 } });
  });

  it('adds tenths without dust', async () => {
    const tenths = { yes: 0.1, partly: 0.05, no: 0 };
    const before = ['a', 'b', 'c'].map((id) => asked(id, 'yes'));
    expect(await score(before, { points: tenths, pass: 0.3 })).toMatchObject({
      outputs: { points: 0.3, of: 0.3, percent: 100, passed: true },
    });
  });

  it('leaves out what was skipped, and takes what nobody answered for a gap', async () => {
    const before = [asked('site', null, { isSkipped: true }), asked('shop', null), asked('money', 'yes')];
    expect(await score(before)).toMatchObject({
      outputs: { points: 2, of: 4, gaps: [{ step: 'shop', answer: null, points: 0 }] },
    });
  });

  it('counts each of those that are named once, and no others', async () => {
    const before = [asked('site', 'no'), asked('shop', 'yes')];
    expect(await score(before, { of: ['shop', 'shop'] })).toMatchObject({ outputs: { points: 2, of: 2 } });
    expect(await score(before, { of: 'site' })).toMatchObject({ outputs: { points: 0, of: 2 } });
  });

  it('fails where nothing was asked, instead of calling that ready', async () => {
    const skipped = asked('site', null, { isSkipped: true });
    for (const before of [[skipped], []]) {
      expect(await score(before)).toMatchObject({ kind: 'failed', error: { code: 'score.nothing' } });
    }
  });

  it('names a step without an answer, and an answer without points', async () => {
    const before = [asked('site', 'yes'), { id: 'memo', outputs: {} }];
    for (const [values, name] of [
      [{ of: ['memo'] }, 'with.of is "memo"'],
      [{ of: ['nowhere'] }, 'with.of is "nowhere"'],
      [{ points: { yes: 1, no: 0 } }, 'with.points.partly is missing'],
    ] as const) {
      expect(await score(before, values)).toMatchObject({
        kind: 'failed',
        error: { code: 'step.bad-value', message: expect.stringContaining(name) },
      });
    }
  });
});
