import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/base/text-columns.ts';
import { colourStyle, plainStyle } from '../../../src/cli/style.ts';
import { drawText } from '../../../src/playbooks/draw/draw-text.ts';
import { graphOfPlan, graphOfPlaybook } from '../../../src/playbooks/draw/graph-of-playbook.ts';
import { planRun } from '../../../src/playbooks/plan/plan-run.ts';
import type { ResolvedPlaybook } from '../../../src/playbooks/resolve-uses.ts';
import { leaveX, madePlaybook, madeStep, oddPlaybook, sixtySteps } from '../../support/made-playbook.ts';

const paper = (width: number) => ({ width, style: plainStyle });

function resolved(
  playbook: ResolvedPlaybook['playbook'],
  uses: ResolvedPlaybook['uses'] = new Map(),
): ResolvedPlaybook {
  return { playbook, source: { name: playbook.name, text: '' }, uses };
}

/** The lines of a drawing from the first step on, without facts. */
function lanes(text: string): readonly string[] {
  return text.split('\n').slice(text.split('\n').findIndex((line) => /^(Steps|Schritte)/.test(line)) + 2);
}

describe('the drawing of a playbook as text', () => {
  it('tells in English what is done by whom, what waits, what is asked for, and where there is no way back', () => {
    expect(`\n${drawText(graphOfPlaybook(leaveX()), 'en', paper(80))}\n`).toBe(`
Leave X
leave-x, version 1 · delete: the account goes

What it has to be told
  account     text, required: the handle, without @
  last_day    day, required
  grace_days  whole number, else 30

Who takes part
  brand, legal, service

Steps (8)

●    1  Keep a copy of everything
│       automatic · takes a snapshot: ‹account› (archive)
│       attempts: up to 5
│
●    2  verified
│       automatic · checks every byte of the snapshot
│       after: 1
│
●    3  complete
│       automatic · checks that nothing is missing
│       after: 2
│
│ ■  4  Tell the staff first, at least 24 hours before the public
│ │     by hand · brand (memo)
│ │     due: 31 days before last_day
│ │     evidence: sent_mail (file)
│ │
├─╯
◆    5  Sign-off
│       approval · 2 people of brand and legal, one of each; nobody their own
│       work (signoff)
│       after: 3, 4
│       at most: 14 days, then it has failed
│       binds: verified.manifest_sha256; void if that changes
│
┿━━━ POINT OF NO RETURN ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
│    Once the first step below this line has begun, there is no way back.
│
✖    6  Deactivate the account
│       by hand · service (deactivate)
│       CANNOT BE UNDONE
│       after: 5
│       go-ahead holds: 24 hours
│       type back: ‹account›
│       evidence: screenshot (file)
│       checked by: http https://x.com/‹account›
│
○    7  Wait until X deletes it
│       wait · 30 days (grace_days) (grace)
│       after: 6
│       reminder: 7 days, 1 day before
│
●    8  certificate
        automatic · writes the certificate
        after: 7
`);
  });

  it('tells the same in German, in 60 columns', () => {
    expect(`\n${drawText(graphOfPlaybook(leaveX()), 'de', paper(60))}\n`).toBe(`
X verlassen
leave-x, Version 1 · Löschen: Das Konto verschwindet

Was man angeben muss
  account     Text, nötig: der Name, ohne @
  last_day    Tag, nötig
  grace_days  ganze Zahl, sonst 30

Wer mitwirkt
  brand, legal, service

Schritte (8)

●    1  Alles sichern
│       automatisch · legt eine Sicherung an: ‹account›
│       (archive)
│       Versuche: bis zu 5
│
●    2  verified
│       automatisch · prüft jedes Byte der Sicherung
│       nach: 1
│
●    3  complete
│       automatisch · prüft, ob nichts fehlt
│       nach: 2
│
│ ■  4  Erst die Belegschaft unterrichten, mindestens 24
│ │     Stunden vor der Öffentlichkeit
│ │     von Hand · brand (memo)
│ │     fällig: 31 Tage vor last_day
│ │     Nachweis: sent_mail (Datei)
│ │
├─╯
◆    5  Freigabe der Abschaltung
│       Freigabe · 2 Personen aus brand und legal, je eine;
│       niemand die eigene Arbeit (signoff)
│       nach: 3, 4
│       höchstens: 14 Tage, dann ist er gescheitert
│       gebunden an: verified.manifest_sha256; hinfällig,
│         wenn sich das ändert
│
┿━━━ AB HIER GIBT ES KEIN ZURÜCK ━━━━━━━━━━━━━━━━━━━━━━━━━━━
│    Sobald der erste Schritt unter dieser Linie begonnen
│    ist, führt kein Weg zurück.
│
✖    6  Das Konto deaktivieren
│       von Hand · service (deactivate)
│       NICHT RÜCKGÄNGIG ZU MACHEN
│       nach: 5
│       grünes Licht gilt: 24 Stunden
│       abzutippen: ‹account›
│       Nachweis: screenshot (Datei)
│       geprüft durch: http https://x.com/‹account›
│
○    7  Warten, bis X löscht
│       Warten · 30 Tage (grace_days) (grace)
│       nach: 6
│       Erinnerung: 7 Tage, 1 Tag vorher
│
●    8  certificate
        automatisch · stellt die Bescheinigung aus
        nach: 7
`);
  });

  it('leads lines from each step to those that need it, over lines that lead elsewhere', () => {
    const steps = [
      madeStep('a'),
      madeStep('b'),
      madeStep('c'),
      madeStep('d', { needs: ['a', 'c'] }),
      madeStep('e', { needs: ['d'] }),
      madeStep('f', { needs: ['b', 'd', 'e'] }),
    ];
    const text = drawText(graphOfPlaybook(madePlaybook(steps)), 'en', paper(80));
    const [drawn = ''] = text.split('\n\nNo step');
    const gutter = lanes(drawn).map((line) => line.slice(0, 6).trimEnd());
    expect(gutter.filter((line, at) => line !== gutter[at - 1])).toEqual([
      '■',
      '│',
      '│ ■',
      '│ │',
      '│ │ ■',
      '│ │ │',
      '├─│─╯',
      '■ │',
      '│ │',
      '■ │',
      '│ │',
      '├─╯',
      '■',
      '',
    ]);
  });

  it.each([40, 60, 80, 100, 140])('stays within %i columns in both languages', (width) => {
    for (const playbook of [leaveX(), oddPlaybook()]) {
      for (const language of ['en', 'de'] as const) {
        for (const line of drawText(graphOfPlaybook(playbook), language, paper(width)).split('\n')) {
          expect(columnsOf(line), line).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it('has what cannot be undone and all after it below the line, whatever the order of the file is', () => {
    const steps = [
      madeStep('end', { irreversible: true, needs: ['before'] }),
      madeStep('after', { needs: ['end'] }),
      madeStep('aside'),
      madeStep('before'),
    ];
    const text = drawText(graphOfPlaybook(madePlaybook(steps)), 'en', paper(80));
    const order = ['  before', '  aside', 'POINT OF NO RETURN', '  end', '  after'].map((word) => text.indexOf(word));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text.match(/POINT OF NO RETURN/g)).toHaveLength(1);
  });

  it('shows the point of no return of a playbook that another one uses, and its channel', () => {
    const outer = madePlaybook([
      madeStep('first'),
      madeStep('x', { type: 'uses', uses: 'leave-x', needs: ['first'], with: { account: 'aurora' } }),
      madeStep('last', { needs: ['x'] }),
    ]);
    const text = drawText(graphOfPlaybook(outer, new Map([['x', resolved(leaveX())]])), 'en', paper(100));
    expect(text).toContain('takes a snapshot: aurora (x/archive)');
    expect(text).toContain('type back: aurora');
    expect(text).toContain('wait · 30 days (grace_days) (x/grace)');
    const order = ['(x/signoff)', 'POINT OF NO RETURN', '(x/deactivate)', 'all of the playbook leave-x', '  last'];
    const places = order.map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('brand, legal, service');
  });

  it('draws the plan of a run with its values', () => {
    const inputs = { account: 'aurora', last_day: '2026-12-31', grace_days: 14 };
    const { plan } = planRun(resolved(leaveX()), { inputs, timezone: 'Europe/Berlin', channels: null, facts: {} });
    const text = drawText(graphOfPlan(plan), 'de', paper(100));
    for (const words of [
      'last_day    2026-12-31',
      'legt eine Sicherung an: aurora',
      'fällig: 31 Tage vor last_day (2026-12-31)',
      'Warten · 14 Tage (grace_days)',
      'AB HIER GIBT ES KEIN ZURÜCK',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('draws what lint refuses: a circle, and a need that is not there', () => {
    const steps = [madeStep('a', { needs: ['b', 'nowhere'] }), madeStep('b', { needs: ['a'] })];
    const text = drawText(graphOfPlaybook(madePlaybook(steps)), 'en', paper(80));
    expect(lanes(text).filter((line) => /\d {2}[ab]$/.test(line))).toHaveLength(2);
  });

  it('does not call it looking when something is sent', () => {
    const send = (method: string) =>
      drawText(
        graphOfPlaybook(madePlaybook([madeStep('s', { type: 'http', with: { method, url: 'https://x.example' } })])),
        'en',
        paper(80),
      );
    expect(send('DELETE')).toContain('sends DELETE to a server: https://x.example');
    expect(send('GET')).toContain('looks at an address: https://x.example');
  });

  it('draws sixty steps, each once, and says that a playbook without a point of no return has none', () => {
    const text = drawText(graphOfPlaybook(sixtySteps()), 'de', paper(100));
    for (let number = 1; number <= 60; number += 1) {
      expect(text.match(new RegExp(`[■◆○●✖][ │]* +${number} {2}\\S`, 'g')), String(number)).toHaveLength(1);
    }
    expect(drawText(graphOfPlaybook(oddPlaybook()), 'en', paper(80))).toContain('No step of it is marked as one');
  });

  it('lets no name move the cursor, and is the same with colours', () => {
    const text = drawText(graphOfPlaybook(oddPlaybook()), 'en', paper(80));
    for (const sign of ['\u202e', '\u001b', '\u0000']) expect(text).not.toContain(sign);
    const coloured = drawText(graphOfPlaybook(leaveX()), 'en', { width: 80, style: colourStyle });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours begin with
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(drawText(graphOfPlaybook(leaveX()), 'en', paper(80)));
  });
});
