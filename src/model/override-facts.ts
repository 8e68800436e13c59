import type { ChannelFacts, FactOverrides, Limit, LimitedText } from './channel.ts';
import type { Fact, KnownFact } from './fact.ts';

const SOURCE = 'lastpost.yaml';

type Stated = <T>(value: T) => KnownFact<T>;

/**
 * The limits of one kind give way to the person's figure. Limits of the same kind that count otherwise stay: Bluesky's
 * bytes hold beside its characters, whatever somebody sets for these.
 */
function withLimit(
  limits: readonly Fact<Limit>[],
  what: LimitedText,
  most: number | undefined,
  stated: Stated,
): readonly Fact<Limit>[] {
  if (most === undefined) return limits;
  const known = limits.filter((fact) => fact.certainty !== 'unknown');
  const first = known.find(({ value }) => value.what === what)?.value;
  const { variant: _variant, ...usual } = first ?? { what, counting: 'characters' as const };
  const others = known.filter(({ value }) => value.what !== what || value.counting !== usual.counting);
  return [stated<Limit>({ ...usual, most }), ...others];
}

/**
 * A platform's facts with what a person wrote into lastpost.yaml in their place.
 * @param today YYYY-MM-DD, for what was written without `checked_on`: the file was read today
 */
export function overrideFacts(facts: ChannelFacts, overrides: FactOverrides | undefined, today: string): ChannelFacts {
  if (overrides === undefined) return facts;
  const checkedOn = overrides.checkedOn ?? today;
  const stated: Stated = (value) => ({ value, source: SOURCE, checkedOn, certainty: 'high' });
  const days = (value: number): KnownFact<number> => ({ ...stated(value), unit: 'days' });
  const { graceDays, loginToKeepDays, exportPage, deletionPage } = overrides;
  const posts = withLimit(facts.limits, 'post', overrides.postLimit, stated);
  const titles = withLimit(posts, 'title', overrides.titleLimit, stated);
  return {
    ...facts,
    ...(graceDays === undefined ? {} : { grace: [days(graceDays)] }),
    ...(loginToKeepDays === undefined ? {} : { loginToKeep: days(loginToKeepDays) }),
    ...(exportPage === undefined ? {} : { exportPage: stated(exportPage) }),
    ...(deletionPage === undefined ? {} : { deletionPage: stated(deletionPage) }),
    limits: withLimit(titles, 'bio', overrides.bioLimit, stated),
  };
}
