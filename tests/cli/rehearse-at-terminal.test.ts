import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shortMoment } from '../../src/base/short-moment.ts';
import { shiftDay } from '../../src/base/working-days.ts';
import { atTerminal } from '../support/at-terminal.ts';
import { LAST_DAY, LEAVE_X, rehearsalWorkspace } from '../support/rehearsal-workspace.ts';
import { addPlaybooks, playbookOf } from '../support/run-workspace.ts';

const STEPS = `
  - {id: archive, type: snapshot, with: {channel: x}}
  - {id: verified, type: verify, needs: [archive]}
  - {id: complete, type: complete, needs: [verified], with: {channel: x}}
  - {id: memo, type: manual, assignee: brand, staff_memo: true, name: {en: Tell the staff, de: Die Belegschaft informieren}, due: last_day - 7d}
  - {id: signoff, type: approval, needs: [complete, memo], approvers: [legal]}
  - id: close
    type: manual
    name: {en: Delete it, de: Löschen}
    assignee: brand
    irreversible: true
    needs: [signoff]
    confirm: aurora
    channel: x
    evidence: [{id: shot, kind: file, required: true}]
  - {id: never, type: manual, assignee: brand, needs: [signoff], if: "1 == 2"}
`;
const INPUTS = 'inputs: {last_day: {type: date, required: true}}';
const SHORT = ['playbook', 'rehearse', 'short', '--input', `last_day=${LAST_DAY}`];

/** `Tue 24 Mar 2027`: so many days from the last day on. */
const day = (language: 'de' | 'en', days: number) =>
  shortMoment(language, `${shiftDay(LAST_DAY, days)}T12:00:00Z`, 'UTC').split(',')[0];

let cwd = '';
beforeAll(async () => {
  cwd = await rehearsalWorkspace();
  await addPlaybooks(cwd, { short: playbookOf('short', STEPS, INPUTS) });
}, 300_000);

describe('playbook rehearse at a terminal', () => {
  it('asks for each thing that people do, says where the run stands, and takes first letters', async () => {
    const terminal = atTerminal(SHORT, cwd);
    await terminal.until('This is a rehearsal. You answer for everybody who takes part');
    await terminal.until('Ctrl-D: all the rest goes well by itself, and the debrief follows. Ctrl-C: stop');
    await terminal.until('3 of 7 steps done · simulated ');
    await terminal.until(`${day('en', -7)}, 10:00`);
    await terminal.until('Tell the staff  memo');
    await terminal.until(`Anna Berg (brand) would have it done by now. Due ${day('en', -7)}.`);
    await terminal.until('Is it done?');
    await terminal.until('> ');
    terminal.type('');
    await terminal.until('Type one of: done, later, cannot.');
    terminal.type('d');
    await terminal.until(`4 of 7 steps done · simulated ${day('en', -6)}, 10:00`);
    await terminal.until('Lena Maurer (legal) is asked to approve it.');
    await terminal.until('reject ');
    await terminal.until('> ');
    terminal.type('later');
    await terminal.until('How many days later? ');
    terminal.type('soon');
    await terminal.until('Type a number of days, such as 3');
    await terminal.until('How many days later? ');
    terminal.type('2');
    await terminal.until(`simulated ${day('en', -4)}, 10:00`);
    await terminal.until('> ');
    terminal.type('approve');
    // What was passed over meanwhile is no step.
    await terminal.until('5 of 6 steps done');
    await terminal.until('Anna Berg (brand) is about to do it.');
    await terminal.until('No way back from here');
    await terminal.until('Do they go through with it?');
    await terminal.until('> ');
    terminal.type('yes');
    await terminal.until('Rehearsal: short');
    const { code, screen } = await terminal.ended;
    expect(code).toBe(0);
    expect(screen).toContain(`approved: signoff, ${day('en', -4)}, 10:00`);
  });

  it('asks in German with --lang de, and a reason stays as it was said', async () => {
    const terminal = atTerminal([...SHORT, '--lang', 'de'], cwd);
    await terminal.until('Das ist eine Generalprobe. Sie antworten für alle Beteiligten');
    await terminal.until('3 von 7 Schritten erledigt · simuliert: ');
    await terminal.until(`Anna Berg (brand) wäre jetzt damit fertig. Fällig: ${day('de', -7)}.`);
    await terminal.until('Ist es erledigt?');
    await terminal.until('> ');
    terminal.type('vielleicht');
    await terminal.until('Bitte eines davon eingeben: erledigt, später, unmöglich.');
    terminal.type('erledigt');
    await terminal.until('Wird es freigegeben?');
    await terminal.until('> ');
    terminal.type('ablehnen');
    await terminal.until('Warum? Enter für keine Begründung: ');
    terminal.type('Das Archiv hat Lücken.');
    const { code, screen } = await terminal.ended;
    expect(code).toBe(3);
    expect(screen.replace(/\s+/g, ' ')).toContain(
      ' – Lena Maurer hat es abgelehnt: Das Archiv hat Lücken. Was zu spät',
    );
  });

  it('leaves the rest to itself after Ctrl-D, and shows the debrief', async () => {
    const terminal = atTerminal(['playbook', 'rehearse', ...LEAVE_X], cwd);
    await terminal.until('Ask for the official export  keep_now/export_asked');
    await terminal.until('Is it done?');
    await terminal.until('> ');
    terminal.type('done');
    await terminal.until('Is it done?');
    await terminal.until('> ');
    terminal.press('\u0004');
    await terminal.until('All the rest is answered by itself.');
    await terminal.until('The run came to its end: everything was done.');
    const { code, screen } = await terminal.ended;
    expect(code).toBe(0);
    // The line at the foot is written over by the one after it.
    const lines = screen.split('\n').filter((line) => !line.startsWith('rehearse · '));
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  });

  it('stops at Ctrl-C without a debrief', async () => {
    const terminal = atTerminal(SHORT, cwd);
    await terminal.until('Is it done?');
    await terminal.until('> ');
    terminal.press('do\u0003');
    const { code, screen } = await terminal.ended;
    expect(code).toBe(130);
    expect(screen).toContain('The rehearsal was left. Nothing of it is kept.');
    expect(screen).not.toContain('was kept');
    expect(screen).not.toContain('Rehearsal: short');
  });

  it('asks nothing with --auto, nor with a script', async () => {
    await writeFile(join(cwd, 'all.yaml'), '- {step: memo, says: done}\n');
    for (const more of [['--auto'], ['--script', 'all.yaml']]) {
      const { code, screen } = await atTerminal([...SHORT, ...more], cwd).ended;
      expect(code).toBe(0);
      expect(screen).not.toContain('Is it done?');
    }
  });
});
