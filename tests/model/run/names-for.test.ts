// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/model/playbook/json.ts';
import { fillForReaders, fillWhatIsKnown, namesFor } from '../../../src/model/run/names-for.ts';
import type { PlannedStep } from '../../../src/model/run/run-plan.ts';
import type { RunState, StepState } from '../../../src/model/run/run-state.ts';
import { expressions } from '../../../src/playbooks/expressions/expressions.ts';

const scopeOf = (name: string, around: string | null, inputs: JsonObject) => ({
  name,
  version: 1,
  title: { en: name, de: name },
  inputs,
  around,
  secrets: { [`${name}_token`]: 'env:TOKEN' },
  outputs: {},
});

function step(id: string, scope: string, outputs: JsonObject, register: string | null = null): [string, StepState] {
  const plan = { id, scope, register } as PlannedStep;
  const state = { plan, state: 'succeeded', outputs, confirmedBy: 'jana', since: '2026-11-26T10:00:00.000Z' };
  return [id, state as StepState];
}

const run = {
  id: 'r1',
  startedAt: '2026-11-01T10:00:00.000Z',
  startedBy: 'jana',
  plan: {
    playbook: 'outer',
    version: 2,
    mode: 'freeze',
    title: { en: 'Leave', de: 'Gehen' },
    timezone: 'Europe/Berlin',
    scopes: {
      '': scopeOf('outer', null, { account: '${{ secrets.outer_token }}', last_day: '2026-12-31' }),
      'x/': scopeOf('inner', '', {
        channel: '${{ inputs.account }}',
        pages: '${{ archive.pages }}',
        later: 'at ${{ soon.place }}',
      }),
      'x/deep/': scopeOf('deep', 'x/', { twice: '${{ inputs.channel }} ${{ look.seen }}' }),
    },
  },
  steps: new Map([
    step('archive', '', { pages: 12, state: 'not this' }, 'copy'),
    step('x/look', 'x/', { seen: true }),
    step('x/deep/look', 'x/deep/', {}),
    step('x', '', {}),
    [
      'soon',
      {
        plan: { id: 'soon', scope: '', register: null },
        state: 'pending',
        outputs: {},
        confirmedBy: null,
        since: null,
      } as unknown as StepState,
    ],
  ]),
} as unknown as RunState;

describe('the names of a run', () => {
  it('are in the outer scope its inputs as they were typed, its own steps, its facts and its secrets', () => {
    const names = namesFor(run, '', expressions);
    expect(names.inputs).toEqual({ account: '${{ secrets.outer_token }}', last_day: '2026-12-31' });
    expect(Object.keys(names.steps).sort()).toEqual(['archive', 'copy', 'soon', 'x']);
    expect(names.steps.archive).toEqual({
      pages: 12,
      state: 'succeeded',
      outputs: { pages: 12, state: 'not this' },
      confirmed_by: 'jana',
      at: '2026-11-26T10:00:00.000Z',
    });
    expect(names.run).toMatchObject({ id: 'r1', playbook: 'outer', started_by: 'jana', timezone: 'Europe/Berlin' });
    expect(names.secrets).toEqual(['outer_token']);
  });

  it('are in a used playbook its own steps by their short ids, and inputs worked out in the scope around it', () => {
    const names = namesFor(run, 'x/', expressions);
    expect(names.inputs).toEqual({ channel: '${{ secrets.outer_token }}', pages: 12, later: null });
    expect(Object.keys(names.steps)).toEqual(['look']);
    expect(names.secrets).toEqual(['inner_token']);
    expect(namesFor(run, 'x/deep/', expressions).inputs).toEqual({ twice: '${{ secrets.outer_token }} true' });
  });

  it('fill a text for people as far as they are known', () => {
    const names = namesFor(run, '', expressions);
    const text = 'Keep ${{ archive.pages }} pages until ${{ last_day }}, then ${{ steps.later.x }} and ${{ broken( }}.';
    expect(fillWhatIsKnown(text, names, expressions)).toBe(
      'Keep 12 pages until 2026-12-31, then ${{ steps.later.x }} and ${{ broken( }}.',
    );
  });
});

describe('a text for readers', () => {
  const filled = (de: string, en: string) => fillForReaders({ de, en }, namesFor(run, '', expressions), expressions);

  it('has days as each language writes them', () => {
    expect(filled('Bis zum ${{ inputs.last_day }}.', 'By ${{ inputs.last_day }}.')).toEqual({
      de: 'Bis zum 31. Dezember 2026.',
      en: 'By 31 December 2026.',
    });
  });

  it('keeps them as they are where it is said once for everybody, and what is no day', () => {
    const once = 'By ${{ inputs.last_day }}.';
    expect(filled(once, once)).toEqual({ de: 'By 2026-12-31.', en: 'By 2026-12-31.' });
    expect(filled('${{ archive.pages }} Seiten', '${{ archive.pages }} pages').de).toBe('12 Seiten');
  });
});
