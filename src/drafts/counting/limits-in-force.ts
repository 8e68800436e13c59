import type { Limit, LimitedText } from '../../model/channel.ts';
import type { Fact, KnownFact, UnknownFact } from '../../model/fact.ts';
import { type Publishable, type PublishingTool, toolLimits } from './publishing-tools.ts';

export interface LimitSettings {
  /** What the account may, and how it is posted to. Whoever posts through a tool posts through the interface. */
  readonly variants?: readonly ('premium' | 'api')[];
  readonly tool?: { readonly name: PublishingTool; readonly platform: Publishable };
  /** Of how many parts an SMS may be; 1 where nobody said. */
  readonly smsParts?: number;
}

/** A limit that holds, with where it is known from. */
export interface LimitInForce extends Limit, Omit<KnownFact<Limit>, 'value' | 'unit'> {
  /** Whose limit it is; null: the platform's. */
  readonly tool: PublishingTool | null;
}

export interface LimitsInForce {
  readonly limits: readonly LimitInForce[];
  /** What was looked for and not found: the platform's limit, the tool's, or both. */
  readonly unknown: readonly (UnknownFact & { readonly tool: PublishingTool | null })[];
}

/** Limits that a post has to keep besides its length. */
const inPosts: readonly LimitedText[] = ['hashtags', 'links', 'topic-tags'];

/**
 * The limits that a text has to keep at once. Of the platform's and the tool's, and of sources that differ, the smaller holds;
 * limits that are counted otherwise stand beside each other, as Bluesky's graphemes and bytes.
 * @param facts the platform's, with what lastpost.yaml says in their place (`overrideFacts`)
 */
export function limitsInForce(
  facts: readonly Fact<Limit>[],
  what: LimitedText,
  settings: LimitSettings = {},
): LimitsInForce {
  const { tool } = settings;
  const ofTool = tool === undefined ? [] : toolLimits(tool.name, tool.platform);
  const sides = [
    { of: null, ...split(facts, what) },
    { of: tool?.name ?? null, ...split(ofTool, what) },
  ];
  const found = sides.flatMap(({ of, known }) => chosen(known, settings).map((fact) => inForce(fact, of, settings)));
  return {
    limits: smallest(found),
    // An unknown fact says that nothing was found of anything; it does not matter where this text has its limit.
    unknown: sides.flatMap(({ of, known, unknown }) =>
      known.length > 0 ? [] : unknown.map((fact) => ({ ...fact, tool: of })),
    ),
  };
}

/** What is known of the fold of a platform, the narrowest first; [] where nothing is. */
export function foldsKnown(facts: readonly Fact<Limit>[]): readonly LimitInForce[] {
  const { known } = split(facts, 'fold');
  return known.map((fact) => inForce(fact, null, {})).sort((a, b) => a.most - b.most);
}

function split(facts: readonly Fact<Limit>[], what: LimitedText) {
  const bearsOn = what === 'post' || what === 'caption' ? [what, ...inPosts] : [what];
  const known: KnownFact<Limit>[] = [];
  const unknown: UnknownFact[] = [];
  for (const fact of facts) {
    if (fact.certainty === 'unknown') unknown.push(fact);
    else if (bearsOn.includes(fact.value.what)) known.push(fact);
  }
  return { known, unknown };
}

const kindOf = ({ what, counting }: Limit) => `${what} ${counting}`;

/** Where a variant was chosen that a limit has, the ordinary one no longer holds. */
function chosen(known: readonly KnownFact<Limit>[], settings: LimitSettings): readonly KnownFact<Limit>[] {
  const variants = new Set<Limit['variant']>([
    ...(settings.variants ?? []),
    ...(settings.tool === undefined ? [] : (['api'] as const)),
    (settings.smsParts ?? 1) > 1 ? 'part' : 'single',
  ]);
  const special = known.filter(({ value }) => value.variant !== undefined && variants.has(value.variant));
  const replaced = new Set(special.map(({ value }) => kindOf(value)));
  const ordinary = known.filter(({ value }) => value.variant === undefined && !replaced.has(kindOf(value)));
  return [...ordinary, ...special];
}

function inForce(fact: KnownFact<Limit>, tool: PublishingTool | null, settings: LimitSettings): LimitInForce {
  const { value, unit: _unit, ...known } = fact;
  const parts = value.variant === 'part' ? (settings.smsParts ?? 1) : 1;
  return { ...known, ...value, most: value.most * parts, tool };
}

function smallest(found: readonly LimitInForce[]): readonly LimitInForce[] {
  const byKind = new Map<string, LimitInForce>();
  for (const limit of found) {
    const other = byKind.get(kindOf(limit));
    if (other === undefined || limit.most < other.most) byKind.set(kindOf(limit), limit);
  }
  return [...byKind.values()];
}
