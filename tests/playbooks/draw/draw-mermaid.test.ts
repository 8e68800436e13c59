import { describe, expect, it } from 'vitest';
import { drawMermaid } from '../../../src/playbooks/draw/draw-mermaid.ts';
import { graphOfPlaybook } from '../../../src/playbooks/draw/graph-of-playbook.ts';
import { leaveX, oddNames, oddPlaybook, sixtySteps } from '../../support/made-playbook.ts';

/** Every line that Mermaid's grammar for flowcharts is asked to read here. */
const lines = [
  /^ +(s\d+|inputs)(\[\[|\[|\{\{|\(\[|\(|>)"[^"]*"(\]\]|\]|\}\}|\]\)|\)):::[a-zA-Z]+$/,
  /^ +(s\d+ -->|inputs -\.->) s\d+$/,
  /^ {2}subgraph beyond \["[^"]*"\]$/,
  /^ {2}end$/,
  /^ {2}class beyond noReturn$/,
  /^ {2}classDef [a-zA-Z]+ [a-z0-9:#, -]+$/,
];

/** The words of a label as Mermaid shows them. */
function shown(label: string): string {
  return label
    .replace(/<br\/>/g, ' ')
    .replace(/<\/?b>/g, '')
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\u2060/g, '');
}

describe('the drawing of a playbook for Mermaid', () => {
  it('has a shape for each kind of step, and a box for what cannot be undone', () => {
    expect(`\n${drawMermaid(graphOfPlaybook(leaveX()), 'en')}`).toBe(`
---
title: "Leave X"
---
flowchart TD
  inputs["<b>What it has to be told</b><br/>account · text, required#58; the handle, without #64;<br/>last_day · day, required<br/>grace_days · whole number, else 30<br/><b>Who takes part</b><br/>brand, legal, service"]:::inputs
  inputs -.-> s1
  inputs -.-> s4
  s1("<b>Keep a copy of everything</b><br/>automatic · takes a<br/>snapshot#58; ‹account›<br/>archive"):::machine
  s2("<b>verified</b><br/>automatic · checks every<br/>byte of the snapshot"):::machine
  s3("<b>complete</b><br/>automatic · checks that<br/>nothing is missing"):::machine
  s4["<b>Tell the staff first, at</b><br/><b>least 24 hours before the</b><br/><b>public</b><br/>by hand · brand<br/>memo<br/>due · 31 days before<br/>last_day<br/>evidence · sent_mail (file)"]:::hand
  s5{{"<b>Sign-off</b><br/>approval · 2 people of brand<br/>and legal, one of each#59;<br/>nobody their own work<br/>signoff"}}:::approval
  subgraph beyond ["POINT OF NO RETURN"]
    s6>"<b>Deactivate the account</b><br/>CANNOT BE UNDONE<br/>by hand · service<br/>deactivate<br/>type back · ‹account›<br/>evidence · screenshot (file)"]:::irreversible
    s7(["<b>Wait until X deletes it</b><br/>wait · 30 days (grace_days)<br/>grace"]):::wait
    s8("<b>certificate</b><br/>automatic · writes the<br/>certificate"):::machine
  end
  class beyond noReturn
  s1 --> s2
  s2 --> s3
  s3 --> s5
  s4 --> s5
  s5 --> s6
  s6 --> s7
  s7 --> s8
  classDef hand fill:#ffffff,stroke:#1d2227,color:#1d2227
  classDef approval fill:#e8f1f3,stroke:#0b5b6b,color:#1d2227
  classDef wait fill:#fbf4e4,stroke:#7d4200,color:#1d2227
  classDef machine fill:#eef0f2,stroke:#545e68,color:#1d2227
  classDef uses fill:#ffffff,stroke:#545e68,color:#1d2227
  classDef irreversible fill:#fdeceb,stroke:#97201c,stroke-width:4px,color:#1d2227
  classDef inputs fill:#ffffff,stroke:#c9ced3,color:#1d2227,stroke-dasharray:4 3
  classDef noReturn fill:#fff7f6,stroke:#97201c,stroke-width:3px,color:#97201c
`);
  });

  it('is made of nothing but lines that the grammar knows', () => {
    for (const playbook of [leaveX(), oddPlaybook(), sixtySteps()]) {
      const [first, title, third, kind, ...rest] = drawMermaid(graphOfPlaybook(playbook), 'de').trimEnd().split('\n');
      expect([first, third, kind]).toEqual(['---', '---', 'flowchart TD']);
      expect(JSON.parse(title?.replace(/^title: /, '') ?? '')).toBe(playbook.title.de);
      for (const line of rest)
        expect(
          lines.some((one) => one.test(line)),
          line,
        ).toBe(true);
    }
  });

  it('writes as numbers what would be read as a word of Mermaid, as Markdown, as HTML or as a formula', () => {
    const text = drawMermaid(graphOfPlaybook(oddPlaybook()), 'en');
    const labels = [...text.matchAll(/^ +s\d+\["([^"]*)"\]/gm)].map(([, label = '']) => label);
    expect(labels).toHaveLength(oddNames.length);
    for (const [at, label] of labels.entries()) {
      const words = label.replace(/<br\/>|<\/?b>/g, '').replace(/#\d+;/g, '');
      expect(words, label).not.toMatch(/[<>&#;"`*~$\\[\]{}|%:]|^\d+\. |^- /);
      const name = oddNames[at]?.replace('\n', ' ').replace('\u202e', '') ?? '';
      expect(shown(label).startsWith(name), `${shown(label)} ≠ ${name}`).toBe(true);
    }
    // Read as numbers these still mean something when they touch.
    expect(text).not.toContain('#36;#36;');
    expect(text).not.toContain('#92;n');
  });
});
