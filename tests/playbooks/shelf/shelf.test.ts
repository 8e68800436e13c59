import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { platformIds } from '../../../src/model/platform.ts';
import type { Playbook } from '../../../src/model/playbook/playbook.ts';
import { isSound } from '../../../src/model/playbook/playbook-finding.ts';
import { said } from '../../support/lint-text.ts';
import { readability, wordsOf } from '../../support/readability.ts';
import { fromShelf, shelfFiles, soundPlaybook } from '../../support/shelf.ts';

const files = await shelfFiles();
const names = files.map((file) => basename(file, '.yaml'));
/** What issue and documentation promise. */
const promised = [
  'leave-x',
  'leave-facebook-page',
  'leave-instagram',
  'leave-threads',
  'leave-linkedin-page',
  'leave-youtube',
  'leave-tiktok',
  'leave-pinterest',
  'leave-reddit',
  'leave-tumblr',
  'leave-xing',
  'leave-mastodon',
  'leave-bluesky',
  'leave-telegram',
  'close-wordpress-com',
  'close-own-blog',
  'close-medium-or-substack',
  'close-newsletter',
  'google-plus-remains',
  'whole-brand-shutdown',
  'rebrand-or-merger',
  'emergency-exit',
  'handle-keeper',
  'homework',
];

interface Said {
  readonly at: string;
  readonly language: 'de' | 'en';
  readonly text: string;
}

/** Every `{en, de}` of a file, and where; a text in one language alone has no second. */
function saidIn(value: unknown, at = ''): readonly (Said & { readonly isAlone: boolean })[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, de } = value as { en?: unknown; de?: unknown };
  if (typeof en === 'string' || typeof de === 'string') {
    const isAlone = typeof en !== 'string' || typeof de !== 'string';
    const both = [
      { language: 'en', text: en },
      { language: 'de', text: de },
    ] as const;
    return both.flatMap(({ language, text }) => (typeof text === 'string' ? [{ at, language, text, isAlone }] : []));
  }
  return Object.entries(value).flatMap(([key, inner]) => saidIn(inner, `${at}/${key}`));
}

/** Texts for people that have no second language: a bare `name: Tell the staff`. */
function bareTexts({ title, steps }: { readonly title: unknown; readonly steps: readonly Record<string, unknown>[] }) {
  const fields = ['name', 'instructions', 'hint'];
  const bare = steps.flatMap((step) =>
    fields.filter((field) => typeof step[field] === 'string').map((field) => `${step.id}/${field}`),
  );
  return typeof title === 'string' ? ['title', ...bare] : bare;
}

describe('the shelf of playbooks', () => {
  it('has all that is promised', () => {
    expect(promised.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is told of in docs/shelf.md, playbook by playbook, with a way out for every channel', async () => {
    const page = await readFile('docs/shelf.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| ([^|]*) \| ([^|]*) \|/gm)].map(
      ([, name = '', platforms = '', modes = '']) => ({
        name,
        platforms: platforms.split(',').map((one) => one.trim()),
        modes: modes.trim(),
      }),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...promised].sort());
    for (const { name, modes } of rows) {
      const { modes: offered } = await soundPlaybook(name);
      expect([name, modes]).toEqual([name, offered.join(', ')]);
    }
    const served = rows.flatMap(({ platforms }) => platforms);
    expect(platformIds.filter((id) => !served.includes(id))).toEqual([]);
  });
});

describe.each(files.map((file) => [basename(file, '.yaml'), file] as const))('the playbook %s', (name, file) => {
  it('has nothing that the lint would say against it', async () => {
    const { findings } = await fromShelf(name);
    expect(isSound(findings)).toBe(true);
    expect(said(findings)).toEqual([]);
  });

  it('says everything in German and in English', async () => {
    const raw = parse(await readFile(file, 'utf8'));
    expect(bareTexts(raw)).toEqual([]);
    const texts = saidIn(raw);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ isAlone }) => isAlone).map(({ at }) => at)).toEqual([]);
    const german = texts.filter(({ language }) => language === 'de').map(({ text }) => text);
    expect(german.filter((text) => /"[^"$]*\p{L}[^"]*"/u.test(text))).toEqual([]);
    expect(german.filter((text) => /[A-Za-zäöüß](?:\*|:|_)innen\b/.test(text))).toEqual([]);
  });

  it('tells people what to do in sentences that can be read', async () => {
    for (const { at, language, text } of saidIn(parse(await readFile(file, 'utf8')))) {
      const { longestSentence } = readability(text);
      const count = wordsOf(longestSentence).length;
      // A list of things to look for is read item by item.
      const isList = longestSentence.split(',').length > 5;
      expect(isList ? 0 : count, `${at} (${language}): ${longestSentence}`).toBeLessThanOrEqual(27);
    }
    const whole = (language: 'de' | 'en', texts: readonly Said[]) =>
      readability(
        texts
          .filter((one) => one.language === language)
          .map(({ text }) => text)
          .join('\n'),
      ).lix;
    const texts = saidIn(parse(await readFile(file, 'utf8'))).filter(({ at }) => /instructions|hint/.test(at));
    if (texts.length === 0) return;
    expect(whole('en', texts)).toBeLessThanOrEqual(45);
    expect(whole('de', texts)).toBeLessThanOrEqual(52);
  });

  it('copies no fact about a platform', async () => {
    const text = (await readFile(file, 'utf8')).replace(/^\s*#.*$/gm, '');
    const { steps } = parse(text) as { readonly steps: readonly Record<string, unknown>[] };
    const prose = steps
      .map(({ instructions, hint, name: title }) => JSON.stringify([instructions, hint, title]))
      .join('\n');
    expect(prose.match(/https?:\/\/(?!\$)[^\s"]+/g) ?? []).toEqual([]);
  });

  it('says of each thing that people do whose it is, how much work it is, and what shows that it is done', async () => {
    const playbook: Playbook = await soundPlaybook(name);
    const byHand = playbook.steps.filter(({ type }) => ['manual', 'publish', 'footprint'].includes(type));
    expect(byHand.filter(({ assignee }) => assignee === null).map(({ id }) => id)).toEqual([]);
    expect(byHand.filter(({ effort }) => effort == null).map(({ id }) => id)).toEqual([]);
    expect(byHand.filter(({ instructions }) => instructions === null).map(({ id }) => id)).toEqual([]);
    const described = byHand.flatMap(({ id, evidence }) =>
      evidence.map(({ id: one, description }) => [id, one, description] as const),
    );
    expect(described.filter(([, , description]) => description === null)).toEqual([]);
  });
});
