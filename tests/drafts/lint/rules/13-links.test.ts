import { beforeAll, expect, test } from 'vitest';
import { linksRule } from '../../../../src/drafts/lint/rules/13-links.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const page = { kind: 'blog-post', channel: null };

test.each([
  [
    'de',
    'Mehr: http://www.brandt-soehne.example/abschied-von-x/',
    ['error: http://www.brandt-soehne.example/abschied-von-x/'],
  ],
  [
    'en',
    'More: https://staging.brandt-soehne.example/leaving',
    ['error: https://staging.brandt-soehne.example/leaving'],
  ],
  ['de', 'Mehr: http://localhost:3000/abschied', ['error: http://localhost:3000/abschied']],
  ['en', 'More: https://192.168.0.12/leaving', ['error: https://192.168.0.12/leaving']],
  ['de', 'Mehr: https://abschied.netlify.app/', ['error: https://abschied.netlify.app/']],
  [
    'en',
    'More: https://www.brandt-soehne.example/?p=12&preview=true',
    ['error: https://www.brandt-soehne.example/?p=12&preview=true'],
  ],
  ['de', 'Mehr: https://bit.ly/3abc', ['warning: https://bit.ly/3abc']],
  ['en', 'More: https://www.brandt-soehne.example /leaving', ['error: https://www.brandt-soehne.example /leaving']],
  ['de', 'Mehr: https:/www.brandt-soehne.example/abschied', ['error: https:/www.brandt-soehne.example/abschied']],
  ['en', 'More: https//www.brandt-soehne.example/leaving', ['error: https//www.brandt-soehne.example/leaving']],
  ['de', 'Mehr: www. brandt-soehne.example', ['error: www. brandt-soehne.example']],
])('an address that leads nowhere, or where only we get in, is found (%s: %s)', (locale, text, words) => {
  expect(wordsOf(findingsOf(demo, linksRule, [locale, text]))).toEqual(words);
});

test('an address that lastpost.yaml has with https can be put right', () => {
  const [known] = findingsOf(demo, linksRule, ['de', 'A: http://www.brandt-soehne.example/klingelpost/']);
  expect(known?.edit?.to).toBe('https://www.brandt-soehne.example/klingelpost/');
  const [other] = findingsOf(demo, linksRule, ['de', 'A: http://museum.example/']);
  expect(other?.edit).toBeNull();
});

test.each([
  ['de', '[Abschied](/abschied)', 'keine ganze Adresse'],
  ['de', '[Abschied]()', 'ohne Ziel'],
  ['de', '[Abschied](https://www.brandt-soehne.example/a.)', 'Satzzeichen'],
  ['de', '[www.brandt-soehne.example/a](https://www.brandt-soehne.example/b)', 'führt aber zu'],
  ['en', '[henrike@brandt-soehne.example](mailto:wiebke@brandt-soehne.example)', 'führt aber zu'],
  ['en', '[our page](leaving x)', 'Leerzeichen'],
])('a link of Markdown that says one thing and leads to another is found (%s: %s)', (locale, text, message) => {
  const [finding] = findingsOf(demo, linksRule, [locale, text], page);
  expect([finding?.severity, finding?.message.de]).toEqual(['error', expect.stringContaining(message)]);
});

test.each([
  [
    'de',
    '[unsere Seite](https://www.brandt-soehne.example/a/) [brandt-soehne.example](https://www.brandt-soehne.example/) [Oben](#oben) [Mail](mailto:a@b.example) https://www.test.de/ https://dev.to/a durch https://www.brandt-soehne.example/klingelpost/.',
  ],
  [
    'en',
    '[our page](https://www.brandt-soehne.example/en/leaving-x/) www.brandt-soehne.example/en/leaving-x, https://testbericht.example/latest',
  ],
])('what is right is left alone (%s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, linksRule, [locale, text], page))).toEqual([]);
});
