import { describe, expect, it } from 'vitest';
import { askEvidence } from '../../../src/cli/run-talk/ask-evidence.ts';
import type { EvidenceSpec } from '../../../src/model/playbook/playbook.ts';
import { scriptedPerson } from '../../support/scripted-person.ts';
import { waitingStep } from '../../support/waiting-step.ts';

const place = {
  cwd: '/work',
  home: '/home/jana',
  look: (path: string) => (/^\/work\/(shot|two words)\.png$/.test(path) ? ('file' as const) : ('nothing' as const)),
};
const wanted = (parts: Partial<EvidenceSpec> = {}): EvidenceSpec => ({
  id: 'screenshot',
  kind: 'file',
  required: true,
  description: null,
  ...parts,
});

async function asking(specs: readonly EvidenceSpec[], ...lines: readonly string[]) {
  const person = scriptedPerson(...lines);
  const given = await askEvidence(waitingStep({ evidenceWanted: specs }), person.ask, place);
  return { given, shown: person.shown(), left: person.left };
}

describe('evidence that is asked for', () => {
  it.each(['shot.png', '"/work/two words.png"', "'/work/two words.png'", '/work/two\\ words.png', 'file:shot.png'])(
    'may be a path as a terminal writes it: %s',
    async (line) => {
      const { given } = await asking([wanted()], line);
      expect(given).toEqual([{ id: 'screenshot', kind: 'file', value: expect.stringMatching(/^\/work\/.*\.png$/) }]);
    },
  );

  it('is asked for again when it is not there, is of another kind, or is needed and not given', async () => {
    const { given, shown } = await asking([wanted()], 'shto.png', 'https://x.com', '', 'shot.png');
    expect(given).toHaveLength(1);
    expect(shown).toContain('There is no file /work/shto.png.');
    expect(shown).toContain('That is an address, and a file is wanted.');
    expect(shown).toContain('This one is needed. Type later to leave the step for now.');
  });

  it('may be left out where it is not needed, and is a text where a text is wanted', async () => {
    const specs = [wanted({ required: false }), wanted({ id: 'ticket', kind: 'text' })];
    const { given, left } = await asking(specs, '', 'seen by max/eve', 'more');
    expect(given).toEqual([{ id: 'ticket', kind: 'text', value: 'seen by max/eve' }]);
    expect(left).toEqual(['more']);
  });

  it('is one of the answers that the playbook offers, and asked for again when it is not', async () => {
    const answer = wanted({ id: 'answer', kind: 'text', choices: ['yes', 'partly', 'no', 'Nobody knows'] });
    const { given, shown } = await asking([answer], 'maybe', '', 'n', 'part');
    expect(given).toEqual([{ id: 'answer', kind: 'text', value: 'partly' }]);
    expect(shown).toContain('Answer answer\n  yes\n  partly');
    expect(shown).toContain('Type one of: yes, partly, no, Nobody knows, later.');
    expect((await asking([answer], 'nobody knows')).given).toMatchObject([{ value: 'Nobody knows' }]);
    expect((await asking([answer], 'later')).given).toBeUndefined();
    expect((await asking([{ ...answer, required: false }], 'none')).given).toEqual([]);
  });

  it('may be answered with a word that means something else to us', async () => {
    const answer = wanted({ id: 'when', kind: 'text', required: false, choices: ['now', 'later', 'none'] });
    for (const word of ['later', 'none']) {
      expect((await asking([answer], word)).given).toEqual([{ id: 'when', kind: 'text', value: word }]);
    }
  });

  it('is none at all when the person says later, or is gone', async () => {
    const specs = [wanted(), wanted({ id: 'second' })];
    expect((await asking(specs, 'shot.png', 'later')).given).toBeUndefined();
    expect((await asking(specs, 'shot.png')).given).toBeUndefined();
  });

  it('is not asked for twice, but anew for another attempt', async () => {
    const had = {
      id: 'screenshot',
      kind: 'file' as const,
      name: 'shot.png',
      sha256: `sha256:${'a'.repeat(64)}` as const,
      bytes: 3,
      file: 'evidence/3f2a/memo/aaaaaaaaaaaa-shot.png',
      seq: 4,
      at: '2026-11-20T09:00:00.000Z',
      person: 'jana',
      attempt: 1,
    };
    const step = waitingStep({ evidenceWanted: [wanted()], evidence: [had], attempt: 1 });
    expect(await askEvidence(step, scriptedPerson().ask, place)).toEqual([]);
    expect(await askEvidence({ ...step, attempt: 2 }, scriptedPerson('shot.png').ask, place)).toHaveLength(1);
  });
});
