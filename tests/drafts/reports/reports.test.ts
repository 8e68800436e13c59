import { beforeAll, expect, test } from 'vitest';
import { reportText } from '../../../src/cli/report-text.ts';
import { plainStyle } from '../../../src/cli/style.ts';
import { parityReport } from '../../../src/drafts/reports/parity.ts';
import { regretReport } from '../../../src/drafts/reports/regret.ts';
import { reportLanguages } from '../../../src/model/farewell/reports/report-names.ts';
import { type DemoLint, demoLint, edit } from '../../support/lint-demo.ts';
import { demoPapers, demoSources } from '../../support/report-demo.ts';

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

test.each([
  ['de', 'bis zum 14. Januar', 'bis zum 21. Januar', ['21. Januar', '14. Januar']],
  ['en', 'until 14 January', 'until 21 January', ['21 January', '14 January']],
] as const)('another day in one place is a contradiction, with every place (%s)', (language, from, to, said) => {
  const kit = demo.open({ [`${language}/auto-reply-x`]: edit(from, to) });
  const [first] = parityReport(kit, language).languages;
  expect(first?.clashes.map(({ about }) => about)).toEqual(['fate.messages.answered_until']);
  expect([...(first?.clashes[0]?.said ?? [])].map(({ words }) => words).sort()).toEqual([...said].sort());
});

test.each([
  ['de', 'auto-reply-x', 'Alle Links und was aus Beiträgen und Nachrichten wird:', 'Weitere Antworten:'],
  ['en', 'blog-post', 'The essentials are on', 'Answers to other questions are on'],
] as const)('whoever is sent to the page for answers has to find them there (%s)', (language, id, from, to) => {
  expect(parityReport(demo.open(), language).languages[0]?.promises).toEqual([]);
  const { promises } = parityReport(demo.open({ [`${language}/${id}`]: edit(from, to) }), language).languages[0] ?? {};
  expect(promises?.map(({ places, questions }) => [places.map(({ file }) => file), questions.length])).toEqual([
    [[`drafts/${language}/${id}.md`], 12],
  ]);
});

test.each([
  ['de', 'Danke fürs Lesen', 'Das ist ein Abschied für immer. Danke fürs Lesen', 1],
  ['de', 'Danke fürs Lesen', 'Das ist kein Abschied für immer. Danke fürs Lesen', 0],
  ['en', 'Thank you for reading', 'We are leaving for good. Thank you for reading', 1],
  ['en', 'Thank you for reading', 'This is not goodbye for ever. Thank you for reading', 0],
] as const)('a word shuts the door, unless it is denied (%s: %s → %s)', (language, from, to, count) => {
  const kit = demo.open({ [`${language}/blog-post`]: edit(from, to) });
  const { shut } = regretReport(kit, demoSources(), new Map(), language);
  expect(shut.map(({ file }) => file)).toEqual(Array(count).fill(`drafts/${language}/blog-post.md`));
});
