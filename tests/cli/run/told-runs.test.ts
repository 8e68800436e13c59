import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/base/text-columns.ts';
import { runBoard } from '../../../src/cli/run-board.ts';
import { explainText } from '../../../src/cli/run-explain-text.ts';
import { runViewJson } from '../../../src/cli/run-json.ts';
import { colourStyle, plainStyle } from '../../../src/cli/style.ts';
import type { RunView } from '../../../src/model/run/run-view.ts';
import { jana, runAt, shutGate, viewedStep } from '../../support/made-run-view.ts';
import { runSituations } from '../../support/run-situations.ts';
import { movableClock, newRunFolder, runWorkspace } from '../../support/run-workspace.ts';

const situations = Object.entries<RunView>(runSituations);

/** Without the escape sequences of colours. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours begin with
  return text.replace(/\u001b\[\d+m/g, '');
}

const long =
  'Open the settings, choose the account, scroll to its end, and read all that stands there before going on. ';

describe('what is told of a run', () => {
  it.each([60, 72, 80, 100, 160])('stays within %i columns on the board, whatever its state is', (width) => {
    for (const [name, view] of situations) {
      for (const line of runBoard(view, { style: plainStyle, width }).split('\n')) {
        expect(columnsOf(line), `${name}: ${line}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it.each(situations)('is explained in one screen: %s', (_, view) => {
    const lines = explainText(view, { style: plainStyle, width: 80 }).split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
  });

  it('is explained in one screen however long its instructions, reasons and gates are', () => {
    const wordy = {
      state: 'waiting',
      waits: 'input',
      since: '2026-11-23T08:00:00.000Z',
      waitingOn: [jana],
      reason: long.repeat(9),
      instructions: { en: long.repeat(30), de: '' },
      title: { en: long, de: long },
    } as const;
    const gates = Array.from({ length: 9 }, (_, at) => ({ ...shutGate, says: `${at}. ${long}`, hint: long }));
    const views = [runAt('memo', wordy), runAt('deactivate', { ...wordy, gates })];
    for (const view of views) {
      const text = explainText(view, { style: plainStyle, width: 80 });
      expect(text.split('\n').length, text).toBeLessThanOrEqual(24);
      expect(text).toContain('… (all of it: lastpost run status r7f3)');
      expect(text).toContain('    lastpost run ');
    }
  });

  it('is explained whole where it cannot be undone, also over more than one screen', () => {
    const instructions = { en: Array.from({ length: 30 }, (_, at) => `Line ${at + 1}.`).join('\n'), de: '' };
    const view = runAt('deactivate', { state: 'waiting', waits: 'input', waitingOn: [jana], instructions });
    const text = explainText(view, { style: plainStyle, width: 80 });
    expect(text).toContain('Line 1.\nLine 2.\n');
    expect(text).toContain('Line 30.\n');
    expect(text).not.toContain('…');
  });

  it('is the same with colours and without, but for the colours', () => {
    for (const [name, view] of situations) {
      for (const tell of [runBoard, explainText]) {
        const coloured = tell(view, { style: colourStyle, width: 80 });
        expect(coloured, name).toContain('\u001b[');
        expect(plain(coloured), name).toBe(tell(view, { style: plainStyle, width: 80 }));
      }
    }
  });

  it('lets nobody move the cursor', () => {
    const evil = 'a\u001b[2Jb\u202ec\nd';
    const view = runAt(
      'memo',
      {
        state: 'waiting',
        waits: 'input',
        waitingOn: [{ ...jana, name: evil }],
        title: { en: evil, de: evil },
        reason: evil,
        instructions: { en: evil, de: evil },
      },
      { title: { en: evil, de: evil } },
    );
    for (const tell of [runBoard, explainText]) {
      const text = tell(view, { style: plainStyle, width: 80 });
      for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
    }
  });

  it('draws the point of no return above what cannot be undone, wherever the plan has it', () => {
    const steps = [
      viewedStep('end', { isIrreversible: true }),
      viewedStep('after', { needs: ['end'] }),
      viewedStep('aside'),
    ];
    const view = { ...runAt('memo', {}), steps, now: [], next: [] };
    const board = runBoard(view, { style: plainStyle, width: 80 });
    const order = ['aside', 'POINT OF NO RETURN, not passed', 'end,', 'after'].map((word) => board.indexOf(word));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('says once what an error and a reason say alike, has nothing typed back where nothing is asked for, and ends in no past', () => {
    const message = 'x.com refused the connection';
    const error = { code: 'http.refused', message, hint: null, isRetryable: true };
    const paper = { style: plainStyle, width: 80 };
    const blocked = runAt('verified', { state: 'blocked', error, reason: message });
    for (const tell of [runBoard, explainText]) expect(tell(blocked, paper).split(message)).toHaveLength(2);
    const waiting = { state: 'waiting', waits: 'input', waitingOn: [jana] } as const;
    const untyped = explainText(runAt('deactivate', { ...waiting, confirmText: null }), paper);
    expect(untyped).toContain(
      'First ask for the go-ahead. Do not press anything before:\n    lastpost run confirm r7f3 deactivate --as jana\n',
    );
    const over = runAt('memo', waiting, { endsAt: '2026-11-25T00:00:00.000Z' });
    expect(explainText(over, paper)).toContain('Nobody can tell: all dates that are known are over.');
    expect(runBoard(over, paper)).toContain('When it ends depends on people');
  });

  it('is told of a run as the engine has it', async () => {
    const playbook = `apiVersion: playbook/v1
name: small
title: {en: A small one, de: Ein kleiner}
version: 1
mode: freeze
roles: [brand, legal]
steps:
  - {id: memo, type: manual, name: Tell the staff, assignee: brand, evidence: [{id: mail, kind: text, required: true}]}
  - {id: signoff, type: approval, needs: [memo], approvers: [legal], min_approvals: 1}
`;
    const clock = movableClock('2026-11-26T14:00:00.000Z');
    const { start, show, confirm } = runWorkspace(await newRunFolder({ small: playbook }), clock);
    const run = await start('small');
    const paper = { style: plainStyle, width: 80 };
    const [before, board] = [explainText(await show(run), paper), runBoard(await show(run), paper)];
    expect(before).toContain('Anna Berg (brand) or Ines Kuhn (brand) has to do this by hand: "Tell the staff"');
    expect(before).toContain(`    lastpost run confirm ${run} memo --evidence mail='WORDS' --as PERSON\n`);
    expect(board).toMatch(/^○ signoff +next$/m);
    await confirm(run, 'memo', 'anna', { evidence: [{ id: 'mail', kind: 'text', value: 'Sent at nine.' }] });
    expect(explainText(await show(run), paper)).toContain(`    lastpost run approve ${run} signoff --as lena\n`);
    expect(runBoard(await show(run), paper)).toMatch(/^✓ Tell the staff \(memo\) +Thu 26 Nov 2026, \d\d:00 {2}done$/m);
  });

  it('has the shape for programs that is promised', () => {
    const { run, steps } = runViewJson(runSituations.approval) as { run: object; steps: readonly object[] };
    expect(run).toMatchObject({
      id: 'r7f3',
      state: 'waiting',
      past_point_of_no_return: false,
      point_of_no_return: { step: 'deactivate', passed_at: null },
      now: ['signoff'],
    });
    expect(steps[3]).toMatchObject({
      id: 'signoff',
      type: 'approval',
      state: 'waiting',
      reason: 'approval',
      waiting_on: [{ id: 'jana', name: 'Jana Öztürk', role: 'brand', instead_of: null }],
      since: '2026-11-23T08:00:00.000Z',
      approval: {
        needed: 2,
        each_role: true,
        given: [{ person: 'tom', decision: 'given', void: false, signed: false }],
      },
    });
  });

  it('has only names in snake case for programs, apart from what people named', () => {
    const names = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        if (!['inputs', 'outputs', 'bound'].includes(name)) walk(inner);
      }
    };
    for (const [, view] of situations) walk(runViewJson(view));
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });
});
