import type { CompletenessReport } from '../model/completeness.ts';

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === 'string';
const isCount: Shape = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const orAbsent =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const among =
  (...words: readonly unknown[]): Shape =>
  (value) =>
    words.includes(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const withFields =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.entries(fields).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
  };

const record = orNull(
  withFields({ url: isText, record: isText, file: isText, offsetBytes: isCount, lengthBytes: isCount, at: isText }),
);
const isNamed = { id: orNull(isText), url: orNull(isText) };

const report = withFields({
  version: among(1),
  platform: isText,
  channel: orNull(isText),
  url: isText,
  verdict: among('complete', 'complete-with-named-gaps', 'incomplete', 'cannot-tell'),
  because: withFields({ en: isText, de: isText }),
  expected: orNull(isCount),
  have: isCount,
  posts: isCount,
  byKind: (value) => withFields({})(value) && Object.values(value as object).every(isCount),
  comments: isCount,
  missing: orNull(isCount),
  missingPosts: listOf(
    withFields({ ...isNamed, published: orNull(isText), list: isText, why: isText, archive: record }),
  ),
  claims: listOf(withFields({ name: isText, count: isCount, kinds: listOf(isText), reach: isText, archive: record })),
  media: withFields({
    known: isCount,
    had: isCount,
    missing: listOf(withFields({ url: isText, post: isText, why: isText })),
  }),
  unreadable: listOf(withFields({ id: orNull(isText), where: isText, message: isText })),
  cutOff: orAbsent(listOf(withFields({ id: isText, url: orNull(isText) }))),
  gone: listOf(withFields({ ...isNamed, message: isText })),
  gaps: listOf(withFields({ reason: isText, count: isCount, hint: isText })),
  notes: listOf(isText),
  evidence: listOf(withFields({ says: isText, archive: record })),
  profile: orNull(withFields({})),
  assessedAt: isText,
});

/**
 * reports/completeness.json as we write it, or null: another tool may have a file of this name, and a report of which a
 * part is something else is believed in no part.
 */
export function asCompletenessReport(json: Readonly<Record<string, unknown>> | undefined): CompletenessReport | null {
  return report(json) ? (json as unknown as CompletenessReport) : null;
}
