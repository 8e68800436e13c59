import { loginAddress } from '../../model/login-address.ts';
import { botSigns } from './bot-signs.ts';
import { gateSigns } from './gate-signs.ts';
import { loginSigns } from './login-signs.ts';
import { type Scene, setScene } from './scene.ts';
import { type Seen, seeSign } from './see-sign.ts';
import type { SignGroup } from './sign-group.ts';
import type { SignPart, Wall, WallEvidence, WallKind } from './wall.ts';

/** Every sign there is, each with its source and date. The order decides between equals. */
export const wallSigns: readonly SignGroup[] = [...botSigns, ...loginSigns, ...gateSigns];

/** What a page must be asked for so that its evidence is whole. */
export const wallSelectors: readonly string[] = wallSigns.flatMap(({ signs }) =>
  signs.flatMap((sign) => ('selector' in sign ? [sign.selector] : [])),
);

const pointsOfAWall = 10;

/**
 * Tells whether something stands where the page should be. Every place (status, address, headers, title, text, elements,
 * size) counts once, with its strongest sign; ten points make a wall, and words alone must be ones that only a wall says.
 * On a page with much text, or one that says that it is an article, words count half or not at all: it writes about walls.
 * @returns undefined for content
 */
export function recogniseWall(evidence: WallEvidence): Wall | undefined {
  const scene = setScene(evidence);
  const found = wallSigns
    .filter((group) => isInvited(group, scene))
    .map((group) => ({ group, seen: group.signs.flatMap((sign) => seeSign(sign, group, scene)) }))
    .filter(({ seen }) => seen.length > 0);
  let best: { readonly wall: Wall; readonly points: number } | undefined;
  for (const { kind, by } of suspects(found)) {
    const theirs = found.filter(({ group }) => group.kind === kind && (group.by === by || group.by === ''));
    const seen = strongestByPart(theirs.flatMap((one) => one.seen));
    const points = seen.reduce((sum, { weight }) => sum + weight, sizePoints(kind, scene));
    if (points < pointsOfAWall || points <= (best?.points ?? 0) || !seen.some(({ isTelling }) => isTelling)) continue;
    best = { points, wall: { kind, by, signs: seen.map(({ words }) => words) } };
  }
  return best?.wall;
}

/** A small page is how a wall looks, and how many an honest page looks: never enough beside words alone. */
function sizePoints(kind: WallKind, { size }: Scene): number {
  if (size === 'large') return 0;
  if (kind === 'login-wall') return size === 'tiny' ? 2 : 0;
  return size === 'tiny' ? 4 : 2;
}

interface Found {
  readonly group: SignGroup;
  readonly seen: readonly Seen[];
}

/** Each kind by each who may have put it up. */
function suspects(found: readonly Found[]): readonly Pick<SignGroup, 'kind' | 'by'>[] {
  return [...new Map(found.map(({ group }) => [`${group.kind} ${group.by}`, group])).values()];
}

/** Who asks for a login page gets one: that is content, however small. */
function isInvited({ kind, host }: SignGroup, { asked, hosts }: Scene): boolean {
  if (kind === 'login-wall' && loginAddress.test(asked)) return false;
  return host === undefined || hosts.some((name) => host.test(name));
}

function strongestByPart(seen: readonly Seen[]): readonly Seen[] {
  const byPart = new Map<SignPart, Seen>();
  for (const one of seen) if (one.weight > (byPart.get(one.part)?.weight ?? 0)) byPart.set(one.part, one);
  return [...byPart.values()].sort((a, b) => b.weight - a.weight);
}
