import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { wholeFacts } from '../../src/model/farewell/exit-draft.ts';
import { makeFolders, writeConfig } from '../../src/workspace/create-workspace.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readConfigText } from '../../src/workspace/read-config.ts';
import { requireExit } from '../../src/workspace/require-exit.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const head = `brand: {name: Aurora, languages: [de, en]}
timezone: Europe/Berlin
channels:
  - {id: x, platform: x, handle: auroraglow, url: "https://x.com/auroraglow"}
  - {id: mastodon, platform: mastodon, handle: aurora@glow.example, url: "https://glow.example/@aurora"}
  - {id: blog, platform: website, url: "https://blog.aurora.example"}
people: [{id: jana, name: Jana Öztürk}]
`;

const whole = `exit:
  leaves: [x]
  mode: freeze
  last_day: 2027-02-28
  reason: {kind: resources}
  successors: [{channel: mastodon, since: 2024-03}, {name: {de: unser Newsletter, en: our newsletter}, url: "https://aurora.example/n"}]
  page: {de: "https://aurora.example/abschied", en: "https://aurora.example/en/farewell"}
  fate:
    posts: archive
    comments: delete
    messages: {answered_until: 2027-03-30}
    data: {de: Wir löschen sie., en: We delete them.}
    prizes: none
  contact: {email: service@aurora.example}
  stays: {de: Alles andere bleibt., en: All else stays.}
  voice: {address: {de: informal}, hashtags: ["#Tschüss", Bye], colours: {paper: "#FFF", accent: "#a93c29"}}
  imprint_url: https://aurora.example/impressum
  privacy_url: https://aurora.example/datenschutz
  tools: [sprout]
`;

const read = (exit: string) => readConfigText('lastpost.yaml', head + exit);

function trouble(exit: string): string {
  try {
    read(exit);
  } catch (error) {
    if (error instanceof KnownError && error.code === 'workspace.invalid') return error.message;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('exit: in lastpost.yaml', () => {
  it('is read whole, and what nobody said is as it usually is', () => {
    expect(requireExit(read(whole))).toMatchObject({
      leaves: [{ channel: 'x', mode: 'freeze' }],
      locales: ['de', 'en'],
      timezone: 'Europe/Berlin',
      lastTime: '18:00',
      told: {
        leads: '2027-01-24T10:00',
        staff: '2027-01-28T09:00',
        partners: '2027-01-31T08:00',
        public: '2027-01-31T10:00',
      },
      reason: { kind: 'resources', sentence: null },
      successors: [
        {
          name: { de: 'Mastodon', en: 'Mastodon' },
          url: 'https://glow.example/@aurora',
          handle: '@aurora@glow.example',
          since: '2024-03',
          channel: 'mastodon',
        },
        { handle: null, since: null, channel: null, name: { en: 'our newsletter' } },
      ],
      // biome-ignore lint/suspicious/noThenProperty: it is a word, and nobody waits for it.
      fate: { messages: { answeredUntil: '2027-03-30', then: 'close' }, prizes: null, archiveUrl: null },
      contact: { email: 'service@aurora.example', phone: null, press: null },
      thanks: null,
      duty: [],
      utm: null,
      also: [],
      tools: ['sprout'],
      voice: {
        address: { de: 'informal' },
        gender: 'neutral',
        colours: { paper: '#ffffff', ink: '#1a1a1a', accent: '#a93c29' },
        hashtags: ['#Tschüss', '#Bye'],
      },
    });
  });

  it('is whole in the example of the documentation, in both languages', async () => {
    const page = await readFile('docs/exit-facts.md', 'utf8');
    const [, example = ''] = /```yaml\n(exit:\n[\s\S]*?)```/.exec(page) ?? [];
    expect(requireExit(read(example))).toMatchObject({
      lastDay: '2027-02-28',
      fate: { prizes: null },
      tools: ['sprout'],
    });
  });

  it('may be nothing, or a beginning: then it says what is open, and what of it is needed', () => {
    expect(read('').exit).toBeUndefined();
    expect(read('exit:\n').exit).toBeUndefined();
    expect(() => requireExit(read(''))).toThrowError(expect.objectContaining({ code: 'exit.none' }));
    const config = read('exit:\n  leaves: [{channel: x}]\n  stays: {de: Alles bleibt.}\n  thanks: {en: Thanks.}\n');
    const { open = [], facts } = config.exit ?? {};
    expect(facts?.leaves).toEqual([{ channel: 'x', mode: null }]);
    expect(open).toContainEqual({ key: 'mode', locales: [], isNeeded: true });
    expect(open).toContainEqual({ key: 'stays', locales: ['en'], isNeeded: true });
    // Nobody has to thank in words of their own; but who does it in one language needs it in the other.
    expect(open).toContainEqual({ key: 'thanks', locales: ['de'], isNeeded: true });
    expect(open).toContainEqual({ key: 'voice.address', locales: ['de'], isNeeded: true });
    expect(open).toContainEqual({ key: 'utm', locales: [], isNeeded: false });
    expect(open.map(({ key }) => key)).not.toContain('leaves');
    expect(() => requireExit(config)).toThrowError(/facts of the exit are not there yet: .*exit\.stays \(en\)/);
  });

  it('takes one text for all languages, and a mode for each channel', () => {
    const { exit } = read(
      whole
        .replace('leaves: [x]', 'leaves: [{channel: x, mode: delete}, blog]')
        .replace(/page: .*/, 'page: https://aurora.example'),
    );
    const facts = exit && wholeFacts(exit);
    expect(facts?.leaves).toEqual([
      { channel: 'x', mode: 'delete' },
      { channel: 'blog', mode: 'freeze' },
    ]);
    expect(facts?.page).toEqual({ de: 'https://aurora.example', en: 'https://aurora.example' });
  });

  it('tells the staff a day ahead, however early the public is told', () => {
    const told = (at: string) => read(`${whole}  told: {public: ${at}}\n`).exit?.facts.told;
    expect(told('2027-01-31T08:00')).toMatchObject({ staff: '2027-01-28T09:00', partners: '2027-01-31T06:00' });
    expect(told('2027-01-11T08:00')).toMatchObject({ staff: '2027-01-09T09:00', leads: '2027-01-05T10:00' });
    expect(told('2027-01-11T10:00')).toMatchObject({ staff: '2027-01-10T09:00' });
  });

  it('stands in a new lastpost.yaml as an example that is sound when the # is taken away', async () => {
    const dir = await temporaryFolder();
    const paths = await makeFolders(dir);
    await writeConfig(paths, { brandName: 'Aurora', languages: ['de'] });
    expect((await openWorkspace(dir)).config.exit).toBeUndefined();
    await writeFile(paths.config, (await readFile(join(dir, 'lastpost.yaml'), 'utf8')).replace(/^#( {2})/gm, '$1'));
    const { facts } = (await openWorkspace(dir)).config.exit ?? {};
    expect(facts).toMatchObject({ leaves: [{ channel: 'blog', mode: 'freeze' }], lastDay: '2027-02-28' });
  });
});

describe('exit: is refused', () => {
  it.each([
    ['a key nobody knows', 'last_dy: 2027-02-28', '9:3: "last_dy" is no key of exit. Did you mean "last_day"?'],
    ['a key nobody knows further in', 'fate: {post: stay}', '"post" is no key of exit.fate. Did you mean "posts"?'],
    [
      'a key nobody knows in a list',
      'leaves: [{channel: x, mod: freeze}]',
      'no key of exit.leaves[0]. Did you mean "mode"?',
    ],
    ['a day that is none', 'last_day: 2027-02-30', 'exit.last_day is "2027-02-30"; it must be a day like 2027-02-28.'],
    ['a time that is none', 'last_time: 25:00', 'exit.last_time is "25:00"; it must be a time like 18:00.'],
    ['a channel nobody knows', 'leaves: [y]', 'exit.leaves[0] is "y"; it must be the id of a channel'],
    [
      'a mistyped channel',
      'leaves: [{channel: mastodn}]',
      'exit.leaves[0].channel is "mastodn"; it must be the id of a channel; perhaps "mastodon" is meant.',
    ],
    ['a channel twice', 'leaves: [x, x]', 'exit.leaves[1] is "x"; it must be different from every other one'],
    ['a language we do not have', 'locales: [de, sv]', 'exit.locales[1] is "sv"; it must be one of: de, en,'],
    ['a language of a country', 'locales: [de-AT]', 'perhaps "de" is meant.'],
    ['a language by its name', 'locales: [deutsch]', 'perhaps "de" is meant.'],
    ['a text in a language we do not have', 'stays: {dk: Alt.}', '"dk" is no key of exit.stays. Did you mean "de"?'],
    ['a text that is none', 'stays: [a]', 'exit.stays is a list; it must be some text, or one for each language'],
    [
      'a reason that is none',
      'reason: {kind: value}',
      'exit.reason.kind is "value"; it must be one of: values, resources, privacy, platform-closing, rebrand, forced; perhaps "values" is meant.',
    ],
    [
      'a last post in the hour that clocks skip',
      'last_day: 2027-03-28\n  last_time: 02:30',
      'exit.last_time is "02:30"; it must be a time that the clocks of Europe/Berlin show; they are set forward that day and skip 02:30, so write 03:30',
    ],
    [
      'a memo in that hour',
      'told: {staff: 2027-03-28T02:30}',
      'exit.told.staff is "2027-03-28T02:30"; it must be a time that the clocks of Europe/Berlin show',
    ],
    [
      'a duty in that hour',
      'duty: [{person: jana, from: 2027-03-28T02:15, until: 2027-03-28T09:00}]',
      'exit.duty[0].from is "2027-03-28T02:15"; it must be a time that the clocks',
    ],
    [
      'a memo after the public',
      'last_day: 2027-02-28\n  told: {staff: 2027-02-01T09:00}',
      'exit.told.staff is "2027-02-01T09:00"; it must be 2027-01-30T10:00 or earlier: the staff hears of it 24 hours ahead',
    ],
    [
      'a memo less than a day before',
      'last_day: 2027-02-28\n  told: {staff: 2027-01-30T10:01}',
      'it must be 2027-01-30T10:00 or earlier',
    ],
    [
      '23 hours that look like 24',
      'last_day: 2027-04-25\n  told: {staff: 2027-03-27T10:00, public: 2027-03-28T10:00}',
      'it must be 2027-03-27T09:00 or earlier',
    ],
    [
      'partners before the staff',
      'last_day: 2027-02-28\n  told: {partners: 2027-01-28T08:00}',
      'exit.told.partners is "2027-01-28T08:00"; it must be after the staff has heard of it, 2027-01-28T09:00.',
    ],
    [
      'partners after the public',
      'last_day: 2027-02-28\n  told: {partners: 2027-01-31T11:00}',
      'exit.told.partners is "2027-01-31T11:00"; it must be 2027-01-31T10:00, when the public hears of it, or earlier.',
    ],
    [
      'an announcement after the last post',
      'last_day: 2027-02-28\n  told: {public: 2027-03-01T10:00}',
      'exit.told.public is "2027-03-01T10:00"; it must be before the last post, 2027-02-28T18:00.',
    ],
    [
      'messages that are answered until before the end',
      'last_day: 2027-02-28\n  fate: {messages: {answered_until: 2027-02-27}}',
      'exit.fate.messages.answered_until is "2027-02-27"; it must be the last day, 2027-02-28, or a day after it.',
    ],
    [
      'four places',
      'successors: [{channel: blog}, {channel: blog}, {channel: blog}, {channel: blog}]',
      'exit.successors is a list; it must be a list of at most three, and these are 4',
    ],
    [
      'a place that is left itself',
      'leaves: [x]\n  successors: [{channel: x}]',
      'exit.successors[0].channel is "x"; it must be a channel that stays; this one is itself under exit.leaves.',
    ],
    [
      'a place nobody knows',
      'successors: [{channel: blg}]',
      'exit.successors[0].channel is "blg"; it must be the id of a channel; perhaps "blog" is meant.',
    ],
    [
      'a place without an address',
      'successors: [{name: Newsletter}]',
      'exit.successors[0].url is missing; it must be its address, unless you give a channel of yours.',
    ],
    [
      'a place with a name in one language of two',
      'successors: [{name: {de: Brief}, url: "https://a.example"}]',
      'it must be one for each language of the exit; en is missing.',
    ],
    [
      'a person nobody knows',
      'duty: [{person: jan, from: 2027-01-01T09:00, until: 2027-01-01T10:00}]',
      'exit.duty[0].person is "jan"; it must be the id of a person; perhaps "jana" is meant.',
    ],
    [
      'a duty that ends before it begins',
      'duty: [{person: jana, from: 2027-01-01T09:00, until: 2027-01-01T08:00}]',
      'it must be after 2027-01-01T09:00, when it begins.',
    ],
    [
      'a colour that is none',
      'voice: {colours: {ink: red}}',
      'exit.voice.colours.ink is "red"; it must be a colour like "#1a1a1a", in quotes',
    ],
    [
      'a colour that YAML takes for a comment',
      'voice:\n    colours:\n      ink: #1a1a1a',
      'exit.voice.colours.ink is missing; it must be a colour like "#1a1a1a", in quotes, because without them # begins a comment.',
    ],
    [
      'a telephone number that YAML takes for a number',
      'contact: {phone: 051112345}',
      'it must be a telephone number in quotes, like "+49 511 123456".',
    ],
    [
      'an address without https',
      'page: {de: www.aurora.example}',
      'exit.page.de is "www.aurora.example"; it must be an address that begins with https:// or http://.',
    ],
    ['a tool nobody knows', 'tools: [hotsuite]', 'perhaps "hootsuite" is meant.'],
    [
      'a blank that nobody fills in',
      'utm: {source: "{kanal}", medium: social, campaign: bye}',
      'exit.utm.source is "{kanal}"; it must be letters, digits',
    ],
    ['no block', '- x', 'exit is a list; it must be a block of keys.'],
  ])('with %s, by line', (_, line, message) => {
    expect(trouble(`exit:\n  ${line}\n`)).toContain(message);
  });

  it('by nothing that only a clock knows: an old exit can still be read', () => {
    expect(read(whole.replaceAll('2027', '2017').replace('2017-03-30', '2017-04-30')).exit).toBeDefined();
  });
});
