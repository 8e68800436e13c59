import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { runBoard } from '../../src/cli/run-board.ts';
import { explainText } from '../../src/cli/run-explain-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { foldRun } from '../../src/model/run/fold-run.ts';
import { certify } from '../../src/runs/certificate/certify.ts';
import { certificatePage } from '../../src/runs/certificate/page/certificate-page.ts';
import { runCli } from '../support/run-cli.ts';
import { newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';
import { streamed } from '../support/store-of.ts';

const STEPS = `
  - id: shop
    type: manual
    name: {en: Is there a shop of your own?, de: Gibt es einen eigenen Shop?}
    assignee: brand
    evidence: [{id: answer, kind: text, choices: [yes, partly, no], description: Whether people can buy without X}]
  - {id: more, type: manual, assignee: brand, needs: [shop], if: "steps.shop.outputs.answer != 'yes'"}
  - id: score
    type: score
    needs: [shop]
    with:
      points: {yes: 2, partly: 1, no: 0}
      gaps: {shop: {en: Open one first., de: Eröffnen Sie zuerst einen.}}
`;

const paper = { style: plainStyle, width: 100 };
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

async function asked() {
  const dir = await newRunFolder({ leave: playbookOf('leave', STEPS) });
  const runs = runWorkspace(dir);
  const run = await runs.start('leave');
  await runs.advance(run);
  return { dir, runs, run };
}

describe('a question of a playbook', () => {
  it('is answered on the command line with one of its choices, and with nothing else', async () => {
    const { dir, runs, run } = await asked();
    const answer = (said: string) => runCli(['run', 'confirm', 'shop', '--as', 'anna', '--text', said], { cwd: dir });
    const explained = inOneLine(explainText(await runs.show(run), paper));
    expect(explained).toContain('answer: Whether people can buy without X (yes, partly or no)');
    expect(explained).toContain('--text answer=ANSWER');
    const refused = await answer('answer=perhaps');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Choose one of: yes, partly, no.') });
    expect(await answer('answer=')).toMatchObject({ code: 2, stderr: expect.stringContaining('says nothing') });
    expect((await answer('answer=Partly')).stdout).toContain('Confirmed shop.');
    expect((await runs.step(run, 'shop')).outputs).toEqual({ answer: 'partly' });
  });

  it('steers what comes after it, is counted, shown and certified in both languages', async () => {
    const { runs, run } = await asked();
    await runs.confirm(run, 'shop', 'anna', { evidence: [{ id: 'answer', kind: 'text', value: 'partly' }] });
    const view = await runs.advance(run);
    expect(view.steps.map(({ state }) => state)).toEqual(['succeeded', 'waiting', 'succeeded']);
    const board = inOneLine(runBoard(view, paper));
    expect(board).toContain('1 of 2 points (50 %), which is not enough: 2 are wanted.');
    expect(board).toContain('gap: "Is there a shop of your own?" (shop), answered "partly": Open one first.');
    expect(inOneLine(explainText(view, paper))).toContain('Answers 1 of 2 points (50 %)');

    const entries = await runs.journal(run);
    const facts = { brand: 'Aurora', statedAt: view.lookedAt, people: [] };
    const certificate = await certify(foldRun(entries), streamed(entries), {
      ...facts,
      acceptancesOf: async () => [],
      checkSignature: () => 'unchecked',
    });
    expect(certificate.scores).toMatchObject([{ step: 'score', points: 1, gaps: [{ step: 'shop' }] }]);
    const maker = { software: 'Lastpost 0.1.0', key: 'f'.repeat(64) };
    const pageIn = (language: 'de' | 'en') =>
      inOneLine(load(certificatePage(certificate, language, maker))('main').text());
    expect(pageIn('de')).toContain('1 von 2 Punkten (50 %), das genügt nicht: verlangt sind 2');
    expect(pageIn('de')).toContain('Gibt es einen eigenen Shop? (shop)TeilweiseEröffnen Sie zuerst einen.');
    expect(pageIn('en')).toContain('Is there a shop of your own? (shop)PartlyOpen one first.');
  });
});
