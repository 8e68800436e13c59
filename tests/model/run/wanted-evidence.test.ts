import { describe, expect, it } from 'vitest';
import { KnownError } from '../../../src/base/known-error.ts';
import type { EvidenceKind, EvidenceSpec } from '../../../src/model/playbook/playbook.ts';
import type { EvidenceInput } from '../../../src/model/run/run-requests.ts';
import { evidenceFor, missingEvidence } from '../../../src/model/run/wanted-evidence.ts';

function spec(id: string, kind: EvidenceKind | null, required = true): EvidenceSpec {
  return { id, kind, required, description: null };
}

function given(kind: EvidenceKind, id: string | null = null): EvidenceInput {
  return { id, kind, value: kind === 'url' ? 'https://x.com/aurora' : 'shot.png' };
}

const step = {
  id: 'deactivate',
  evidence: [spec('before', 'file'), spec('after', 'file'), spec('page', 'url', false)],
};

function match(
  evidence: readonly EvidenceSpec[],
  inputs: readonly EvidenceInput[],
  have: readonly (string | null)[] = [],
) {
  const { matched, missing } = evidenceFor(
    { id: 'deactivate', evidence },
    have.map((id) => ({ id })),
    inputs,
  );
  return [matched.map(({ id }) => id), missing.map(({ id }) => id)];
}

function trouble(evidence: readonly EvidenceSpec[], ...inputs: EvidenceInput[]): string {
  try {
    match(evidence, inputs);
  } catch (error) {
    if (error instanceof KnownError) return `${error.code}: ${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('evidence that is handed in', () => {
  it('is matched by its id, else with the first of its kind that is still wanted', () => {
    expect(match(step.evidence, [given('file'), given('file')])).toEqual([['before', 'after'], []]);
    expect(match(step.evidence, [given('file', 'after'), given('file')])).toEqual([['after', 'before'], []]);
    expect(match(step.evidence, [given('file'), given('file', 'before')])).toEqual([['after', 'before'], []]);
    expect(match(step.evidence, [given('file')], ['before'])).toEqual([['after'], []]);
  });

  it('takes a place that is open to any kind only when none of its own kind is left', () => {
    const evidence = [spec('any', null), spec('note', 'text')];
    expect(match(evidence, [given('text')])).toEqual([['note'], ['any']]);
    expect(match(evidence, [given('text'), given('text')])).toEqual([['note', 'any'], []]);
    expect(match(evidence, [given('url', 'any')])).toEqual([['any'], ['note']]);
  });

  it('may be more than was asked for', () => {
    expect(match([], [given('text')])).toEqual([[null], []]);
    expect(match([spec('before', 'file')], [given('file'), given('text'), given('file')])).toEqual([
      ['before', null, null],
      [],
    ]);
    expect(match(step.evidence, [given('file', 'before'), given('file', 'before')], ['after'])).toEqual([
      ['before', 'before'],
      [],
    ]);
  });

  it('of another kind than its id wants is refused, with what is wanted', () => {
    expect(trouble(step.evidence, given('url', 'before'))).toBe(
      'evidence.wrong-kind: "before" wants a file, and an address was handed in. Hand in a file: --evidence before=screenshot.png',
    );
  });

  it('of another kind than all that is missing is refused as well', () => {
    expect(trouble([spec('before', 'file')], given('text'))).toContain(
      '"before" wants a file, and a text was handed in.',
    );
    expect(trouble([spec('page', 'url')], given('file'))).toContain('Hand in an address: --evidence page=https://');
  });

  it('under a name that nothing asks for is refused, with the one that was meant', () => {
    expect(trouble(step.evidence, given('file', 'befor'))).toBe(
      'evidence.unknown: "deactivate" asks for no evidence called "befor". Did you mean "before"? It asks for: before (a file), after (a file), page (an address).',
    );
    expect(trouble([], given('file', 'shot'))).toContain('Leave the name out');
  });
});

describe('evidence that is missing', () => {
  it('is named with its kinds', () => {
    const { missing } = evidenceFor(step, [], []);
    expect(missingEvidence('deactivate', missing)).toMatchObject({
      code: 'evidence.missing',
      message: '"deactivate" is not shown yet: before (a file), after (a file) are missing.',
      hint: 'Hand it in with it: --evidence before=screenshot.png',
      exitCode: 2,
    });
    expect(missingEvidence('deactivate', [spec('any', null)])?.message).toContain(
      'any (a file, an address or a text) is missing.',
    );
    expect(missingEvidence('deactivate', [])).toBeNull();
  });

  it('is only what is required', () => {
    expect(match(step.evidence, [given('file'), given('file')])[1]).toEqual([]);
  });
});

describe('evidence with choices', () => {
  const answer: EvidenceSpec = { ...spec('answer', 'text'), choices: ['yes', 'not quite', 'no'] };
  const said = (value: string, id: string | null = 'answer'): EvidenceInput => ({ id, kind: 'text', value });

  it('is handed on as the playbook writes it, with and without its name', () => {
    for (const input of [said(' Not  QUITE'), said('not quite', null)]) {
      const { matched, missing } = evidenceFor({ id: 'shop', evidence: [answer] }, [], [input]);
      expect([matched, missing]).toEqual([[{ id: 'answer', input: { ...input, value: 'not quite' } }], []]);
    }
  });

  it('is refused when it is none of them, with the one that was meant', () => {
    expect(trouble([answer], said('not quit'))).toBe(
      'evidence.no-choice: "not quit" is none of the answers to "answer". Did you mean "not quite"? Choose one of: yes, not quite, no.',
    );
    expect(trouble([answer], said('certainly', null))).toContain('Choose one of: yes, not quite, no.');
    expect(trouble([answer], { id: 'answer', kind: 'file', value: 'yes.png' })).toContain('--text answer=yes');
  });

  it('says which they are when it is missing', () => {
    expect(missingEvidence('shop', [answer])).toMatchObject({
      message: '"shop" is not shown yet: answer (one of: yes, not quite, no) is missing.',
      hint: 'Hand it in with it: --text answer=yes',
    });
  });
});
