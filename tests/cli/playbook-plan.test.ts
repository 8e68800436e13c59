import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../runs/read-ics.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const leaveX = resolve('tests/fixtures/playbooks/leave-x.yaml');

const shop = `apiVersion: playbook/v1
name: leave-shop
title: {en: Leave the shop, de: Den Shop verlassen}
mode: delete
inputs:
  last_day: {type: date, required: true}
roles: [brand, legal]
steps:
  - {id: text, type: manual, name: {en: "=Write it", de: "=Schreiben; dann lesen"}, assignee: brand, effort: 3h}
  - {id: yes, type: approval, approvers: [legal], effort: 30m, needs: text, due: last_day - 20d}
  - {id: moment, type: wait, until: last_day - 14d + 10h, needs: yes}
  - {id: post, type: publish, assignee: brand, effort: 15m, needs: moment, with: {channel: x}}
  - {id: other, type: publish, assignee: brand, effort: 15m, needs: moment, with: {channel: mastodon}}
`;

const workspaceYaml = `brand: {name: Aurora, languages: [de]}
channels: []
timezone: Europe/Berlin
holidays: DE-BY
planning: {rates: {brand: 85.5}}
people:
  - {id: anna, name: Anna Berg, roles: [brand]}
  - {id: lena, name: Lena Maurer, roles: [legal], absent: [{from: 2031-03-01, until: 2031-03-31}]}
`;

async function workspace(): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), workspaceYaml);
  await mkdir(join(dir, 'playbooks'));
  await writeFile(join(dir, 'playbooks', 'leave-shop.yaml'), shop);
  return dir;
}

const plan = (cwd: string, ...args: string[]) =>
  runCli(['playbook', 'plan', ...args, '--start', '2031-01-06'], { cwd });
const lastDay = (day: string) => ['--input', `last_day=${day}`];

describe('lastpost playbook plan', () => {
  it('draws a plan in German, with the people, the days off and the money of the workspace', async () => {
    const cwd = await workspace();
    const { code, stdout, stderr } = await plan(cwd, 'leave-shop', ...lastDay('2031-02-28'), '--lang', 'de');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Den Shop verlassen\n/);
    expect(stdout).toContain('Europe/Berlin, Feiertage: DE-BY');
    expect(stdout).toMatch(/legal: Lena Maurer · 30 Min\. · fällig Sa 8\. Feb/);
    // Epiphany is a holiday in Bavaria: work begins on Tuesday.
    expect(stdout).toMatch(/Di 7\. Jan +09:00 ■ =Schreiben/);
    expect(stdout).toMatch(/brand +Anna Berg +3 +3,5 Std\. +299,25 €/);
    expect(stdout).toContain('Innerhalb einer Stunde auf verschiedenen Kanälen: „post“ und „other“');
    expect(stdout).toContain('Der Plan geht auf.');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('ends with 3 where somebody is away or something is late, and says what works', async () => {
    const cwd = await workspace();
    const [away, late] = await Promise.all([
      plan(cwd, 'leave-shop', ...lastDay('2031-03-31'), '--json'),
      plan(cwd, 'leave-shop', ...lastDay('2031-01-20'), '--json'),
    ]);
    expect([away.code, late.code]).toEqual([3, 3]);
    const remarks = (stdout: string) => JSON.parse(stdout).plan.remarks.map(({ code }: { code: string }) => code);
    expect(remarks(away.stdout)).toContain('nobody');
    expect(remarks(late.stdout)).toContain('late');
    const { plan: json } = JSON.parse(late.stdout);
    expect(json.earliest).toEqual({ input: 'last_day', day: '2031-01-27' });
    expect(json.steps[0]).toMatchObject({ id: 'text', kind: 'hand', people: ['Anna Berg'], whole_day: false });
    expect(late.stdout).not.toMatch(/"[a-z]+[A-Z][A-Za-z]*":/);
  });

  it('works without a workspace, and lets an option say whose holidays count', async () => {
    const cwd = await temporaryFolder();
    const given = [leaveX, '--input', 'account=aurora', ...lastDay('2031-03-31'), '--json'];
    const [elsewhere, nowhere, past] = await Promise.all([
      plan(cwd, ...given, '--holidays', 'AT'),
      plan(cwd, ...given, '--holidays', 'DE-XX'),
      plan(cwd, leaveX, '--input', 'account=aurora', ...lastDay('2031-01-05'), '--json'),
    ]);
    expect([elsewhere, nowhere, past].map(({ code }) => code)).toEqual([0, 2, 2]);
    expect(JSON.parse(elsewhere.stdout).plan).toMatchObject({ holidays: 'AT', playbook: 'leave-x' });
    expect(JSON.parse(nowhere.stderr).error.code).toBe('holidays.unknown');
    const { code, hint } = JSON.parse(past.stderr).error;
    expect({ code, hint }).toEqual({
      code: 'plan.past',
      hint: expect.stringMatching(/^The first day that works: --input last_day=2031-02-\d\d$/),
    });
  });

  it('lists what moves with another last day', async () => {
    const cwd = await workspace();
    const given = ['leave-shop', ...lastDay('2031-02-28'), '--compare', 'last_day=2031-03-31'];
    const { code, stdout } = await plan(cwd, ...given);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^With last_day=2031-03-31\n/);
    expect(stdout).toContain('Fri 14 Feb 2031, 10:00 → Mon 17 Mar 2031, 10:00');
    expect(stdout).toContain('1 step stays where it is.');
    expect(stdout).toMatch(/New to look at\n! “yes” \(Tue, 11 March 2031, 09:00 \(.+\)\): Lena Maurer is away then/);
  });

  it('writes a calendar whose events keep their names when the plan moves', async () => {
    const cwd = await workspace();
    const write = (day: string, out: string) => plan(cwd, 'leave-shop', ...lastDay(day), '--out', out);
    const [one, two] = await Promise.all([write('2031-02-28', 'a.ics'), write('2031-02-26', 'b.ics')]);
    expect(one.stdout).toMatch(/^a\.ics: /);
    expect(two.code).toBe(0);
    const read = async (name: string) => readIcs(await readFile(join(cwd, name)));
    const uids = (text: unknown) => JSON.stringify(text).match(/plan\/leave-shop\/[^"\\]+@lastpost/g);
    const [a, b] = await Promise.all([read('a.ics'), read('b.ics')]);
    expect(uids(a)).toHaveLength(5);
    expect(uids(a)).toEqual(uids(b));
    expect(JSON.stringify(a)).not.toBe(JSON.stringify(b));
    const again = await plan(cwd, 'leave-shop', ...lastDay('2031-02-28'), '--out', 'a.ics', '--json');
    expect({ code: again.code, error: JSON.parse(again.stderr).error.code }).toEqual({ code: 1, error: 'plan.exists' });
  });

  it('writes a table that a German Excel opens, in which no text is a formula', async () => {
    const cwd = await workspace();
    const given = ['leave-shop', ...lastDay('2031-02-28'), '--lang', 'de', '--out', 'plan.csv'];
    expect((await plan(cwd, ...given)).code).toBe(0);
    const text = await readFile(join(cwd, 'plan.csv'), 'utf8');
    const [titles, first] = text.split('\r\n');
    expect(titles).toMatch(/^\uFEFFTag;Uhrzeit;Bis Tag;/);
    expect(first).toBe(
      `2031-01-07;09:00;2031-01-07;12:00;text;"'=Schreiben; dann lesen";manual;;brand;Anna Berg;180;;31;;;;`,
    );
  });

  it('refuses what it cannot read before it plans anything', async () => {
    const cwd = await temporaryFolder();
    const refused = await Promise.all([
      plan(cwd, leaveX, '--rate', 'brand=viel', '--json'),
      runCli(['playbook', 'plan', leaveX, '--start', '2031-02-30', '--json'], { cwd }),
      plan(cwd, leaveX, '--json'),
    ]);
    expect(refused.map(({ code, stderr }) => [code, JSON.parse(stderr).error.code])).toEqual([
      [2, 'usage.bad-value'],
      [2, 'usage.bad-value'],
      [2, 'playbook.inputs'],
    ]);
  });
});
