import { z } from 'zod';
import { isTimeZone } from '../base/locale-names.ts';
import { contentFates, genderStyles, otherPlaces, publishingTools, reasonKinds } from '../model/farewell/exit-facts.ts';
import { lintRuleIds, lintSeverities } from '../model/farewell/lint/lint-rules.ts';
import { addressForms } from '../model/farewell/locale.ts';
import {
  colour,
  day,
  email,
  hashtag,
  line,
  listOf,
  locale,
  moment,
  oneOf,
  page,
  pageBlock,
  perLocale,
  phone,
  since,
  text,
  textBlock,
  time,
  webAddress,
} from './exit-values.ts';

const ID = 'the id of a channel of lastpost.yaml';
const PERSON = 'the id of a person of lastpost.yaml';
const ZONE = 'a time zone like Europe/Berlin';
const id = (error: string) => z.string({ error }).trim().min(1, { error });

const mode = oneOf(['freeze', 'redirect', 'delete'])
  .nullish()
  .describe('what becomes of the account: freeze keeps it silent, redirect leads on from it, delete ends it');

const leaving = z.strictObject({ channel: id(ID).describe('its id in lastpost.yaml'), mode });

const told = z.strictObject({
  leads: moment.nullish().describe('who leads service, shop and telephone'),
  staff: moment.nullish().describe('everybody in the house; a day ahead of the public at least'),
  partners: moment.nullish().describe('partners, sponsors, agencies; after the staff'),
  public: moment.nullish().describe('everybody'),
});

const reason = z.strictObject({
  kind: oneOf(reasonKinds).nullish().describe('why; each kind has its own tone'),
  sentence: text.nullish().describe('the one sentence, where you have your own'),
});

const successor = z.strictObject({
  channel: id(ID).nullish().describe('one of ours: name, address and handle come from there'),
  name: text.nullish().describe('as people call it'),
  url: webAddress.nullish().describe('its address'),
  handle: line.nullish().describe('as it is written there, with its @'),
  since: since.nullish().describe('since when you are there: 2024-03 or 2024-03-12'),
});

const messages = z.strictObject({
  answered_until: day.nullish().describe('the last day on which messages are answered there'),
  // biome-ignore lint/suspicious/noThenProperty: it is a word, and nobody waits for it.
  then: oneOf(['close', 'delete']).nullish().describe('what happens to the inbox then'),
});

const content = oneOf(contentFates);

const fate = z.strictObject({
  posts: content.nullish().describe('they stay, lie in an archive of yours, or are deleted'),
  comments: content.nullish().describe('the same for what others wrote'),
  messages: messages.nullish().describe('direct messages'),
  data: text.nullish().describe('what becomes of what you know of people, in a sentence'),
  prizes: text.nullish().describe('what becomes of prizes and vouchers, in a sentence; none where nothing is open'),
  archive_url: webAddress.nullish().describe('where the archive can be read, if anybody may'),
});

const press = z.strictObject({
  name: line.describe('who speaks to the press'),
  email: email.describe('where they are written to'),
  phone: phone.nullish().describe('where they are called'),
});

const contact = z.strictObject({
  url: webAddress.nullish().describe('a form, or a page with all the ways'),
  email: email.nullish().describe('where people write to'),
  phone: phone.nullish().describe('where people call'),
  hours: text.nullish().describe('when somebody is there'),
  press: press.nullish().describe('for journalists'),
});

const duty = z.strictObject({
  person: id(PERSON).describe('who answers'),
  from: moment.describe('from when'),
  until: moment.describe('until when'),
});

const colours = z.strictObject({
  paper: colour.optional().describe('behind the text; without it "#ffffff"'),
  ink: colour.optional().describe('of the text; without it "#1a1a1a"'),
  accent: colour.optional().describe('of lines and bars; without it that of the ink'),
});

const voice = z.strictObject({
  address: perLocale(oneOf(addressForms)).nullish().describe('Sie or du, vous or tu: formal or informal, by language'),
  gender: oneOf(genderStyles).nullish().describe('how people of all genders are named; without it neutral'),
  claim: text.nullish().describe('the line under your name'),
  colours: colours.nullish().describe('of cards and pages'),
  logo: line.nullish().describe('a PNG, JPEG or SVG in the workspace'),
  forbidden: listOf(line, 'a list of words').nullish().describe('words that must not be in any draft'),
  hashtags: listOf(hashtag, 'a list of hashtags like ["#TschüssX"]').nullish().describe('with or without the #'),
});

const UTM = 'letters, digits, dots, hyphens and underscores, with {channel} and {kind} where they are to be filled in';
const utmPart = z.string({ error: UTM }).regex(/^([\w.-]|\{channel\}|\{kind\})+$/, { error: UTM });

const utm = z.strictObject({
  source: utmPart.describe('utm_source, such as "{channel}"'),
  medium: utmPart.describe('utm_medium, such as social'),
  campaign: utmPart.describe('utm_campaign'),
});

const RULE = 'the name of a rule of docs/draft-rules.md';
const severity = oneOf([...lintSeverities, 'off']);
const rule = oneOf(lintRuleIds);
const rules = z.strictObject(
  Object.fromEntries(
    lintRuleIds.map((one) => [
      one,
      severity.nullish().describe(`how grave it is; what it is: docs/draft-rules.md, ${one}`),
    ]),
  ) as Record<(typeof lintRuleIds)[number], z.ZodOptional<z.ZodNullable<typeof severity>>>,
);

const exception = z.strictObject({
  rule: rule.describe(RULE),
  draft: line.nullish().describe('de/announcement-x, announcement-x, or a kind of draft; without it every one'),
  words: line.nullish().describe('only where the sentence has these words'),
  reason: line.describe('why the rule is wrong here'),
});

const check = z.strictObject({
  playbook: line
    .nullish()
    .describe('what promises are held against; without it the run, or the playbook of the platform'),
  rules: rules.nullish().describe('another severity for a rule: error, warning, hint or off'),
  exceptions: listOf(exception, 'a list of {rule, draft, words, reason}').nullish().describe('where a rule is wrong'),
  words: listOf(line, 'a list of words').nullish().describe('names and words of yours that no dictionary has'),
});

const LEAVES = 'a list of channels, like [x] or [{channel: x, mode: freeze}]';

export const exitSchema = z.strictObject({
  leaves: listOf(z.union([id(ID), leaving], { error: `${ID}, or {channel: x, mode: freeze}` }), LEAVES)
    .min(1, { error: LEAVES })
    .nullish()
    .describe('the channels that are left'),
  mode,
  locales: listOf(locale, 'a list of languages, like [de, en]')
    .min(1, { error: 'a list with at least one language' })
    .nullish()
    .describe('the languages of the drafts; without it those of the brand'),
  timezone: z
    .string({ error: ZONE })
    .refine(isTimeZone, { error: ZONE })
    .nullish()
    .describe('of every day and hour here; without it that of the workspace'),
  last_day: day.nullish().describe('the day of the last post'),
  last_time: time.nullish().describe('its hour; without it 18:00'),
  told: told
    .nullish()
    .describe('when who hears of it; without it as farewells usually go, counted back from the last day'),
  reason: reason.nullish().describe('why you leave'),
  successors: listOf(successor, 'a list of places')
    .nullish()
    .describe('where people find you instead, at most three; [] where there is no such place'),
  page: page.nullish().describe('the page of your own on which everything stands'),
  fate: fate.nullish().describe('what becomes of what is there'),
  contact: contact.nullish().describe('how you are reached from now on'),
  stays: text.nullish().describe('what does not change, in a sentence'),
  thanks: text.nullish().describe('whom you thank and for what, in a sentence; without it the usual thanks'),
  duty: listOf(duty, 'a list of {person, from, until}').nullish().describe('who is there to answer, and when'),
  voice: voice.nullish().describe('how you speak and look'),
  imprint_url: webAddress.nullish().describe('your imprint'),
  privacy_url: webAddress.nullish().describe('your privacy notice'),
  utm: utm.nullish().describe('what is added to links in posts and mails'),
  also: listOf(oneOf(otherPlaces), `a list of: ${otherPlaces.join(', ')}`)
    .nullish()
    .describe('places for the news that are no channel of lastpost.yaml'),
  tools: listOf(oneOf(publishingTools), `a list of: ${publishingTools.join(', ')}`)
    .nullish()
    .describe('what posts go out through; its limits count as well'),
  check: check.nullish().describe('how strict the drafts are checked'),
});

export type GivenExit = z.output<typeof exitSchema>;

/** Without null: a key with nothing after it is as good as none. */
type Said<T> = T extends readonly (infer Item)[]
  ? Said<Item>[]
  : T extends object
    ? { [Key in keyof T]: Said<Exclude<T[Key], null>> }
    : T;

export type SaidExit = Said<GivenExit>;

/** The keys that are allowed at each place below `exit`. */
export const exitShapes: Readonly<Record<string, object>> = {
  exit: exitSchema.shape,
  'exit.leaves.*': leaving.shape,
  'exit.told': told.shape,
  'exit.reason': reason.shape,
  'exit.successors.*': successor.shape,
  'exit.fate': fate.shape,
  'exit.fate.messages': messages.shape,
  'exit.contact': contact.shape,
  'exit.contact.press': press.shape,
  'exit.duty.*': duty.shape,
  'exit.voice': voice.shape,
  'exit.voice.colours': colours.shape,
  'exit.utm': utm.shape,
  'exit.check': check.shape,
  'exit.check.rules': rules.shape,
  'exit.check.exceptions.*': exception.shape,
  'exit.page': pageBlock.shape,
  'exit.voice.address': textBlock.shape,
  ...Object.fromEntries(
    [
      'reason.sentence',
      'successors.*.name',
      'fate.data',
      'fate.prizes',
      'contact.hours',
      'stays',
      'thanks',
      'voice.claim',
    ].map((path) => [`exit.${path}`, textBlock.shape]),
  ),
};

/** As JSON Schema for editors: of lastpost.yaml with its `exit`, and nothing said about what else is in it. */
export function exitJsonSchema(): object {
  const whole = z.object({
    exit: exitSchema.nullish().describe('the facts of an exit, from which every draft is written'),
  });
  const { $schema, ...schema } = z.toJSONSchema(whole, { io: 'input', target: 'draft-7', reused: 'ref' });
  return {
    $schema,
    title: 'The facts of an exit in lastpost.yaml',
    description: 'What is left, when, why, and where people find you then. See docs/exit-facts.md.',
    ...schema,
  };
}
