import type { LimitedText } from '../../model/channel.ts';
import type { Counted, Measure } from '../../model/farewell/draft-channel.ts';
import { type DraftTemplate, postsOf, type Written } from '../templates/parse-template.ts';

/** A text, a field or a post of a thread that is longer than its place takes. */
export interface Over extends Counted {
  /** `text`, `post 2`, or the name of a field. */
  readonly part: string;
}

export interface FittedDraft extends Written {
  readonly template: DraftTemplate;
  /** Up to which level sentences were spared; 0: none. */
  readonly spared: number;
  /** [] when it fits. Nothing is ever cut: one that does not fit is the shortest there is. */
  readonly overs: readonly Over[];
}

export interface FitPlace {
  /** The templates of one kind, in the order of `draftForms`. */
  readonly templates: readonly DraftTemplate[];
  /** What the text counts as; null: nothing limits it. */
  readonly limited: LimitedText | null;
  readonly measure: Measure | null;
  readonly threads: boolean;
  write(template: DraftTemplate, spared: number): Written;
}

/**
 * Chooses the form of a draft: the longest that fits. What an author marked as spare goes first, sentence by sentence, before
 * the next shorter form is tried. Where a platform threads, no more than what an author would spare first is missing as long as
 * there is another way: first the longest form that fits so, then the thread, then forms in which more is spared.
 */
export function fitDraft(place: FitPlace): FittedDraft {
  let least: FittedDraft | undefined;
  for (const [template, spared] of attempts(place)) {
    const attempt = tried(place, template, spared);
    if (attempt.overs.length === 0) return attempt;
    if (least === undefined || excess(attempt) < excess(least)) least = attempt;
  }
  if (least === undefined) throw new TypeError('A draft without a template cannot be planned.');
  return least;
}

type Attempt = readonly [template: DraftTemplate, spared: number];

function attempts({ templates, threads }: FitPlace): readonly Attempt[] {
  const single = templates.filter(({ form }) => form !== 'thread');
  const all = (template: DraftTemplate): readonly Attempt[] =>
    [0, ...template.spares].map((level) => [template, level]);
  if (!threads) return single.flatMap(all);
  const thread = templates.filter(({ form }) => form === 'thread');
  // A tiny one says that there is something to say, and no more.
  const telling = single.filter(({ form }) => form !== 'tiny');
  return [
    ...telling.flatMap((one) => all(one).slice(0, 2)),
    ...thread.flatMap(all),
    ...telling.flatMap((one) => all(one).slice(2)),
    ...single.filter(({ form }) => form === 'tiny').flatMap(all),
  ];
}

function tried(place: FitPlace, template: DraftTemplate, spared: number): FittedDraft {
  const { text, fields } = place.write(template, spared);
  const kept = fieldsThere(fields, place);
  return { template, spared, text, fields: kept, overs: oversOf({ text, fields: kept }, place) };
}

/** A field that the place does not have is of no use there; where there is no place to ask, all are. */
function fieldsThere(fields: Written['fields'], { limited, measure }: FitPlace): Written['fields'] {
  if (measure === null || limited === null) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => measure(name as LimitedText, '').length > 0));
}

/** Every part of a draft that is too long for its place. */
export function oversOf(
  { text, fields }: Written,
  { limited, measure }: Pick<FitPlace, 'limited' | 'measure'>,
): readonly Over[] {
  if (measure === null) return [];
  const over = (part: string, what: LimitedText, said: string): readonly Over[] =>
    measure(what, said)
      .filter(({ count, most }) => count > most)
      .map((counted) => ({ part, ...counted }));
  const posts = limited === null ? [] : postsOf(text);
  return [
    ...posts.flatMap((post, at) => over(posts.length === 1 ? 'text' : `post ${at + 1}`, limited ?? 'post', post)),
    ...Object.entries(fields).flatMap(([name, value]) => over(name, name as LimitedText, value)),
  ];
}

/** By which part of its limit it is over, all parts together. */
function excess({ overs }: FittedDraft): number {
  return overs.reduce((sum, { count, most }) => sum + (count - most) / most, 0);
}
