import type { Liquid } from 'liquidjs';
import type { Draft } from '../model/farewell/draft.ts';
import type { DraftFilter } from '../model/farewell/draft-filter.ts';
import { type DraftKind, kindSpecs } from '../model/farewell/draft-kinds.ts';
import { draftForms } from '../model/farewell/forms.ts';
import type { AddressForm, FarewellLocale } from '../model/farewell/locale.ts';
import { leftToRightOf, type Material, templateScope } from './facts/template-scope.ts';
import { typeset } from './facts/typeset.ts';
import { fitDraft, type Over, oversOf } from './fit/fit-draft.ts';
import { type LongFact, longestFact } from './fit/long-fact.ts';
import { type LeftOutDraft, type PlannedDraft, planDrafts } from './plan/plan-drafts.ts';
import { liquidEngine } from './templates/liquid-engine.ts';
import { type DraftTemplate, parseTemplate, type Written } from './templates/parse-template.ts';
import { readPhrases, type WritePhrase } from './templates/phrases.ts';
import type { TemplateShelf } from './templates/template-shelf.ts';

/** Whether a text fits where it will stand. */
export interface Verdict {
  /** [] when it fits. */
  readonly overs: readonly Over[];
  /** The fact that is most likely to blame, where it does not fit. */
  readonly longFact: LongFact | null;
}

/** A draft as the facts and the templates make it, before anybody edits it. */
export interface MadeDraft {
  readonly draft: Draft;
  /** Up to which level sentences were spared; 0: none. */
  readonly spared: number;
  /** Judges the draft, or what somebody made of it. */
  judge(written: Written): Verdict;
}

export interface MadeDrafts {
  readonly drafts: readonly MadeDraft[];
  readonly leftOut: readonly LeftOutDraft[];
}

/** The templates of one language in one form of address, parsed where they are asked for. */
export interface Workshop {
  readonly phrase: WritePhrase;
  has(kind: DraftKind): boolean;
  /** In the order of `draftForms`. */
  templates(kind: DraftKind): readonly DraftTemplate[];
}

/** @throws KnownError of a template or of phrases that cannot be read */
export function openWorkshop(shelf: TemplateShelf, address: AddressForm): Workshop {
  const { locale } = shelf;
  const engine: Liquid = liquidEngine({ locale, address });
  const parsed = new Map<DraftKind, readonly DraftTemplate[]>();
  return {
    phrase: readPhrases(engine, { locale, address }, shelf.phrases),
    has: (kind) => shelf.kinds.has(kind),
    templates: (kind) => {
      const known = parsed.get(kind);
      if (known !== undefined) return known;
      const files = shelf.kinds.get(kind);
      const templates = draftForms.flatMap((form) => {
        const file = files?.get(form);
        return file === undefined ? [] : [parseTemplate(engine, locale, kind, form, file)];
      });
      parsed.set(kind, templates);
      return templates;
    },
  };
}

/**
 * Writes every draft of an exit from its facts. Nothing is kept: files are for the caller.
 * @param shelves of every language of the exit that is wished for
 * @throws KnownError of a template, of phrases, or `draft.no-text` where a fact is not there in a language
 */
export function makeDrafts(
  material: Material,
  shelves: ReadonlyMap<FarewellLocale, TemplateShelf>,
  wishes: DraftFilter,
): MadeDrafts {
  const { facts, channels } = material;
  const workshops = new Map<FarewellLocale, Workshop>();
  for (const [locale, shelf] of shelves) {
    workshops.set(locale, openWorkshop(shelf, facts.voice.address[locale] ?? 'formal'));
  }
  const has = (locale: FarewellLocale, kind: DraftKind): boolean => workshops.get(locale)?.has(kind) ?? false;
  const { drafts, leftOut } = planDrafts(facts, channels, has, wishes);
  const made = drafts.flatMap((planned) => {
    const workshop = workshops.get(planned.locale);
    return workshop === undefined ? [] : [makeDraft(planned, material, workshop)];
  });
  return { drafts: made, leftOut };
}

function makeDraft(planned: PlannedDraft, material: Material, workshop: Workshop): MadeDraft {
  const { id, kind, locale, address, channel, audience, publishAt } = planned;
  const scope = templateScope(material, planned, workshop.phrase);
  const leftToRight = leftToRightOf(material, scope);
  const set = (text: string): string => {
    const words = typeset(locale, text, leftToRight);
    // One blank that is not of GSM-7 makes a message of 160 letters one of 70.
    return channel?.id === 'sms' ? words.replace(/[\u00a0\u202f]/g, ' ') : words;
  };
  const fitted = fitDraft({
    templates: workshop.templates(kind),
    limited: planned.limited,
    measure: planned.measure,
    threads: channel?.threads ?? false,
    write: (template, spared) => setWritten(template.write(scope, spared), set),
  });
  const { text, spared } = fitted;
  const short = shortForm(planned, workshop, (template, level) => setWritten(template.write(scope, level), set).text);
  const fields = short === null ? fitted.fields : { ...fitted.fields, short };
  return {
    draft: {
      id,
      kind,
      locale,
      address,
      channel: channel?.id ?? null,
      audience,
      publishAt,
      fields,
      text,
      template: fitted.template.name,
    },
    spared,
    judge: (written) => {
      const overs = oversOf(written, planned);
      const words = [written.text, ...Object.values(written.fields)].join('\n');
      const longFact = overs.length === 0 ? null : longestFact(words, material.facts, locale, material.brand);
      return { overs, longFact };
    },
  };
}

/** What most networks take, and the least of them all but one. */
const SHORT_CHARACTERS = 280;

/** What is kept ready for no channel in particular has its short form beside it: replies go out where the question was asked. */
function shortForm(
  { kind, channel }: PlannedDraft,
  workshop: Workshop,
  write: (template: DraftTemplate, spared: number) => string,
): string | null {
  if (channel !== null || kindSpecs[kind].at !== 'when-needed') return null;
  const template = workshop.templates(kind).find(({ form }) => form === 'short');
  if (template === undefined) return null;
  const texts = [0, ...template.spares].map((level) => write(template, level));
  return texts.find((text) => [...text].length <= SHORT_CHARACTERS) ?? texts.at(-1) ?? null;
}

function setWritten({ text, fields }: Written, set: (text: string) => string): Written {
  const values = Object.entries(fields).map(([name, value]) => [name, set(value)] as const);
  return { text: set(text), fields: Object.fromEntries(values) };
}
