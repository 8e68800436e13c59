import type { ListedChannel } from '../journeys/list-channels.ts';
import type { ShownChannel } from '../journeys/show-channel.ts';
import { type ChannelFacts, type ExitPlace, exitPlaces, type Limit } from '../model/channel.ts';
import { type Fact, isDue } from '../model/fact.ts';

/** A channel in a list, as scripts get it. */
export function listedChannelJson({ id, platform, handle, url, title }: ListedChannel): object {
  return { id, platform, handle, url, title };
}

function limitJson({ what, most, counting, variant, linkLength }: Limit): object {
  return { what, most, counting, variant: variant ?? null, link_length: linkLength ?? null };
}

/** An unknown fact has the value null. Texts are there in every language. */
export function factsJson(facts: ChannelFacts, now: Date): object {
  const one = <T>(fact: Fact<T>, value: (known: T) => unknown = (known) => known): object => ({
    value: fact.certainty === 'unknown' ? null : value(fact.value),
    unit: fact.certainty === 'unknown' ? null : (fact.unit ?? null),
    certainty: fact.certainty,
    source: fact.source,
    checked_on: fact.checkedOn,
    due: isDue(fact, now),
    note: fact.note ?? null,
  });
  return {
    public_access: one(facts.publicAccess),
    open_addresses: one(facts.openAddresses),
    official_export: one(facts.officialExport),
    export_files: one(facts.exportFiles),
    export_page: one(facts.exportPage),
    deletion_page: one(facts.deletionPage),
    deletion_effect: one(facts.deletionEffect),
    grace: facts.grace.map((fact) => one(fact)),
    waits: facts.waits.map((fact) => one(fact)),
    handle_reuse: one(facts.handleReuse),
    exit_modes: one(facts.exitModes),
    login_to_keep: one(facts.loginToKeep),
    ways: Object.fromEntries(exitPlaces.map((place) => [place, wayJson(facts, place)])),
    limits: facts.limits.map((fact) => one(fact, limitJson)),
  };
}

/** null where nobody looked. */
function wayJson({ ways }: ChannelFacts, place: ExitPlace): object | null {
  const fact = ways?.[place];
  if (fact === undefined) return null;
  const { certainty, source, checkedOn } = fact;
  return { value: fact.value ?? null, certainty, source, checked_on: checkedOn };
}

/** `{channel, platform, platform_name, facts}`; channel is null when a platform was asked for. */
export function shownChannelJson({ channel, platform, platformName, facts }: ShownChannel, now: Date): object {
  return {
    channel: channel === null ? null : listedChannelJson(channel),
    platform,
    platform_name: platformName,
    facts: factsJson(facts, now),
  };
}
