import type { Draft } from '../../model/farewell/draft.ts';
import { mergeText, type Side, type TextClash } from './merge-text.ts';

/** What a clash is about: `text`, `publish_at`, or `fields.` and a name. */
export interface DraftClash extends TextClash {
  readonly part: string;
}

export interface MergedDraft {
  readonly draft: Draft;
  /** [] when the two changes go together. */
  readonly clashes: readonly DraftClash[];
}

/**
 * Brings together what a person changed in a draft and what new facts did.
 * @param base as it was generated last; undefined when nobody knows any more: then whatever is different clashes
 * @param prefer which of the two stands where they clash
 */
export function mergeDraft(base: Draft | undefined, mine: Draft, fresh: Draft, prefer: Side): MergedDraft {
  const clashes: DraftClash[] = [];
  const { locale } = fresh;
  const merged = (part: string, before: string, said: string, now: string): string => {
    const whole: TextClash = { base: '', mine: said, fresh: now };
    const result =
      base === undefined && said !== now
        ? { text: whole[prefer], clashes: [whole] }
        : mergeText(before, said, now, locale, prefer);
    clashes.push(...result.clashes.map((clash) => ({ part, ...clash })));
    return result.text;
  };
  const text = merged('text', base?.text ?? '', mine.text, fresh.text);
  const names = [...new Set([...Object.keys(fresh.fields), ...Object.keys(mine.fields)])];
  const fields = names.map((name) => {
    const [before, said, now] = [base, mine, fresh].map((one) => one?.fields[name] ?? '');
    return [name, merged(`fields.${name}`, before ?? '', said ?? '', now ?? '')] as const;
  });
  const moment = merged('publish_at', base?.publishAt ?? '', mine.publishAt ?? '', fresh.publishAt ?? '');
  const draft = {
    ...fresh,
    text,
    fields: Object.fromEntries(fields.filter(([, value]) => value !== '')),
    publishAt: moment === '' ? null : moment,
  };
  return { draft, clashes };
}

/** Whether a person changed what others will read, or when it goes out. */
export function isEdited(base: Draft, mine: Draft): boolean {
  return wordsOf(base) !== wordsOf(mine);
}

export function isSame(one: Draft, other: Draft): boolean {
  const rest = ({ kind, channel, audience, address, template }: Draft) => [kind, channel, audience, address, template];
  return wordsOf(one) === wordsOf(other) && JSON.stringify(rest(one)) === JSON.stringify(rest(other));
}

function wordsOf({ text, fields, publishAt }: Draft): string {
  return JSON.stringify([text, publishAt, Object.entries(fields).sort()]);
}
