/** What a whole message holds, and what each of several does, six bytes of which say how they belong together. */
const sizes = { 'gsm-7': { single: 160, part: 153 }, 'ucs-2': { single: 70, part: 67 } } as const;

export type SmsAlphabet = keyof typeof sizes;

export interface SmsParts {
  readonly alphabet: SmsAlphabet;
  /** One by one as a telephone gets them; one empty part for an empty text. */
  readonly parts: readonly { readonly text: string; readonly units: number }[];
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each is sent as an escape and a sign. */
const extended = new Set('€[]{}\\^~|\f');

/** False as soon as one sign is missing from the alphabet: one „, one emoji, one ü that was written as u and two dots. */
export function isGsm7(text: string): boolean {
  for (const sign of text) if (!basic.has(sign) && !extended.has(sign)) return false;
  return true;
}

/**
 * A text as the parts of an SMS, in the smaller alphabet that has all its signs. Neither an escaped sign nor a surrogate pair is
 * ever divided, so that a part may end one unit early.
 * @see 3GPP TS 23.038, 6.2.1 and 6.2.1.1 (alphabets); 3GPP TS 23.040, 9.2.3.24.1 (concatenated messages)
 */
export function smsParts(text: string): SmsParts {
  const alphabet = isGsm7(text) ? 'gsm-7' : 'ucs-2';
  const unitsOf = (sign: string) => (alphabet === 'ucs-2' ? sign.length : extended.has(sign) ? 2 : 1);
  const signs = Array.from(text, (sign) => ({ sign, units: unitsOf(sign) }));
  const whole = signs.reduce((sum, { units }) => sum + units, 0);
  const { single, part } = sizes[alphabet];
  if (whole <= single) return { alphabet, parts: [{ text, units: whole }] };
  const parts = [{ text: '', units: 0 }];
  for (const { sign, units } of signs) {
    const last = parts.at(-1);
    if (last === undefined || last.units + units > part) parts.push({ text: sign, units });
    else parts[parts.length - 1] = { text: last.text + sign, units: last.units + units };
  }
  return { alphabet, parts };
}

/** Units up to the end of the last part: what stays empty in earlier ones is used up as well. */
export function smsLength(text: string): number {
  const { alphabet, parts } = smsParts(text);
  return (parts.length - 1) * sizes[alphabet].part + (parts.at(-1)?.units ?? 0);
}
