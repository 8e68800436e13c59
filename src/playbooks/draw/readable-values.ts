import { plainLine } from '../../base/text-columns.ts';
import type { LocalText } from '../../model/platform.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';

/** What is known of inputs: their values in a plan, their defaults in a playbook. */
export type KnownInputs = Readonly<Record<string, JsonValue>>;

/** The same in both languages: names, addresses, expressions. */
export function same(text: string): LocalText {
  return { en: plainLine(text), de: plainLine(text) };
}

export function both(make: (language: 'en' | 'de') => string): LocalText {
  return { en: make('en'), de: make('de') };
}

/** `${{ inputs.account }}` as its value, where it is known, and as `‹account›` where it is not. Other expressions stay. */
export function readable(text: string, inputs: KnownInputs): string {
  return plainLine(
    text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const name = /^inputs\.([\w-]+)$/.exec(expression)?.[1];
      const value = name === undefined ? undefined : inputs[name];
      return value === undefined || value === null || typeof value === 'object'
        ? `‹${name ?? expression}›`
        : String(value);
    }),
  );
}

type Unit = readonly [enOne: string, enMany: string, deOne: string, deMany: string];

const units: Readonly<Record<string, Unit>> = {
  s: ['second', 'seconds', 'Sekunde', 'Sekunden'],
  m: ['minute', 'minutes', 'Minute', 'Minuten'],
  min: ['minute', 'minutes', 'Minute', 'Minuten'],
  h: ['hour', 'hours', 'Stunde', 'Stunden'],
  d: ['day', 'days', 'Tag', 'Tage'],
  wd: ['working day', 'working days', 'Arbeitstag', 'Arbeitstage'],
  ms: ['millisecond', 'milliseconds', 'Millisekunde', 'Millisekunden'],
  mo: ['month', 'months', 'Monat', 'Monate'],
  y: ['year', 'years', 'Jahr', 'Jahre'],
  w: ['week', 'weeks', 'Woche', 'Wochen'],
};

/** `30d` as `30 days`. What is no duration stays as it is. */
export function spelledDuration(text: string): LocalText {
  const parts = [...text.matchAll(/(\d+)\s*([a-z]+)\s*/gi)];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === text.trim();
  const spelled = parts.map(([, count, unit]) => [Number(count), units[(unit ?? '').toLowerCase()]] as const);
  if (!isWhole || spelled.some(([, unit]) => unit === undefined)) return same(text);
  return both((language) =>
    spelled
      .map(([count, unit = ['', '', '', '']]) => {
        const at = (language === 'en' ? 0 : 2) + (count === 1 ? 0 : 1);
        return `${count} ${unit[at]}`;
      })
      .join(' '),
  );
}

/** A duration that may come from an input, which is then named: `30 days (grace_days)`. */
export function readableDuration(text: string, inputs: KnownInputs): LocalText {
  const spelled = spelledDuration(readable(text, inputs));
  const names = [...text.matchAll(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g)].map(([, name]) => name);
  const named = names.filter((name) => name !== undefined && inputs[name] !== undefined && inputs[name] !== null);
  if (named.length === 0) return spelled;
  return both((language) => `${spelled[language]} (${named.join(', ')})`);
}

/** `last_day - 31d` as `31 days before last_day`. */
export function readableDate(text: string, inputs: KnownInputs): LocalText {
  const plain = readable(text, inputs);
  const match = /^([\w.-]*[\w])\s*([+-])\s*(\d+\s*[a-z]+)$/i.exec(plain);
  const [, from = '', sign, duration = ''] = match ?? [];
  const named = (name: string): string => {
    const value = inputs[name.replace(/^inputs\./, '')];
    return typeof value === 'string' && value !== name ? `${name} (${value})` : name;
  };
  if (match === null) return same(named(plain));
  const spelled = spelledDuration(duration);
  const where = sign === '-' ? { en: 'before', de: 'vor' } : { en: 'after', de: 'nach' };
  return both((language) => {
    // "31 Tage", but also "1 Arbeitstag": both go before "vor" as they are.
    return `${spelled[language]} ${where[language]} ${plainLine(named(from))}`;
  });
}

/** The value of `with` that says what a step is about, where there is one. */
export function targetOf(withValues: JsonObject, inputs: KnownInputs): string | null {
  for (const key of ['channel', 'url', 'name', 'run', 'to', 'webhook']) {
    const value = withValues[key];
    const all = key === 'run' ? [value, withValues.args ?? []].flat() : value;
    const text = Array.isArray(all) ? all.filter((one) => typeof one !== 'object').join(' ') : all;
    if (typeof text === 'string' && text !== '') return readable(text, inputs);
  }
  return null;
}
