import { headerValue } from '../../model/http.ts';
import type { Scene } from './scene.ts';
import type { Sign, SignGroup } from './sign-group.ts';
import type { SignPart } from './wall.ts';

const homePoints = 3;

/** A sign that was seen. */
export interface Seen {
  readonly part: SignPart;
  readonly weight: number;
  readonly words: string;
  /** More than words that anybody may write: something technical, or a sentence only a wall says. */
  readonly isTelling: boolean;
}

/** The sign as it counts here, or nothing. */
export function seeSign(sign: Sign, group: SignGroup, scene: Scene): readonly Seen[] {
  const { evidence, page, size } = scene;
  const { weight } = sign;
  if ('status' in sign) return when(evidence.status === sign.status, 'status', weight, `status ${sign.status}`, true);
  if ('title' in sign || 'text' in sign) return seeWords(sign, group, scene);
  if ('address' in sign) {
    const led = sign.address.test(scene.final) && !sign.address.test(scene.asked);
    return when(led, 'address', weight, `it led to ${scene.final}`, true);
  }
  if ('header' in sign) {
    const value = headerValue(evidence.headers, sign.header);
    return when(value !== undefined && sign.value.test(value), 'header', weight, `header ${sign.header}`, weight > 1);
  }
  if ('loginForm' in sign) return when(page?.hasLoginForm ?? false, 'page', weight, 'a login form', true);
  const isThere = page?.found.includes(sign.selector) ?? false;
  return when(isThere, 'page', size === 'large' ? weight / 2 : weight, 'what the page is made of', true);
}

type WordSign = Extract<Sign, { readonly title: RegExp } | { readonly text: RegExp }>;

function seeWords(sign: WordSign, group: SignGroup, scene: Scene): readonly Seen[] {
  const isTelling = sign.weight >= 6;
  if ('title' in sign) {
    const counts = scene.size === 'large' ? sign.weight / 2 : sign.weight;
    const title = scene.page?.title.trim() ?? '';
    return when(sign.title.test(scene.title), 'title', counts, `the title "${title}"`, isTelling);
  }
  const counts = textWeight(sign.weight, group, scene);
  const sentence = counts > 0 ? scene.sentences.find((one) => sign.text.test(one)) : undefined;
  return when(sentence !== undefined, 'text', counts, `the words "${sentence}"`, isTelling);
}

/** On the platform itself its own sentence counts more, beside whatever else the page shows. */
function textWeight(weight: number, { home, host }: SignGroup, { size, hosts }: Scene): number {
  const isHome = home !== undefined && hosts.some((name) => home.test(name));
  if (isHome) return weight + homePoints;
  return size === 'large' && host === undefined ? 0 : weight;
}

function when(isSeen: boolean, part: SignPart, weight: number, words: string, isTelling: boolean): readonly Seen[] {
  return isSeen && weight > 0 ? [{ part, weight, words, isTelling }] : [];
}
