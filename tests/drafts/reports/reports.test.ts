import { beforeAll, expect, test } from 'vitest';
import { reportText } from '../../../src/cli/report-text.ts';
import { plainStyle } from '../../../src/cli/style.ts';
import { reportLanguages } from '../../../src/model/farewell/reports/report-names.ts';
import { type DemoLint, demoLint } from '../../support/lint-demo.ts';
import { demoPapers } from '../../support/report-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each(reportLanguages)('the reports of the demo exit read like a good deputy’s notes (%s)', async (language) => {
  for (const paper of demoPapers(demo.open(), language)) {
    const text = reportText(paper, { width: 80, style: plainStyle });
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    await expect(`${text}\n`).toMatchFileSnapshot(`../../golden/reports/${language}/${paper.name}.txt`);
  }
});
