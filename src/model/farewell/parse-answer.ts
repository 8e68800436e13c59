import type { FactQuestion } from './fact-question.ts';

/** A value and where it goes below `exit` of lastpost.yaml. */
export interface FactSetting {
  readonly path: readonly string[];
  readonly value: unknown;
}

const NONE = 'none';

/** Where an answer is written: below the key, and of the announcement alone where it is asked when who is told. */
export function factPath({ key }: Pick<FactQuestion, 'key'>): readonly string[] {
  return key === 'told' ? ['told', 'public'] : key.split('.');
}

/**
 * What somebody typed, as lastpost.yaml has it; undefined when it cannot be read. Whether a day is a day and a channel a channel
 * is found where the file is read.
 * @param locale of a text or choice that there is one of for each language
 */
export function parseAnswer(
  question: Pick<FactQuestion, 'key' | 'form' | 'choices'>,
  typed: string,
  locale: string | null,
): readonly FactSetting[] | undefined {
  const path = [...factPath(question), ...(locale === null ? [] : [locale])];
  const text = typed.trim();
  if (text === '') return undefined;
  if (question.key === 'fate.prizes' && text.toLowerCase() === NONE) return [{ path: factPath(question), value: NONE }];
  if (question.form === 'reach') return reach(text, path);
  const value = readValue(question, text);
  return value === undefined ? undefined : [{ path, value }];
}

function readValue({ form, choices }: Pick<FactQuestion, 'form' | 'choices'>, text: string): unknown {
  const items = text.toLowerCase() === NONE ? [] : text.split(',').flatMap((item) => item.trim() || []);
  switch (form) {
    case 'choice':
      return choices.find(({ value }) => value === text)?.value;
    case 'words':
      return items;
    case 'places':
      return allOrNone(items.map(place));
    case 'press':
      return press(items);
    case 'duty':
      return allOrNone(items.map(duty));
    case 'colours':
      return colours(text);
    case 'utm':
      return utm(text);
    default:
      return text;
  }
}

function allOrNone<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const read = values.filter((value) => value !== undefined);
  return read.length === values.length ? read : undefined;
}

/** `mastodon`, or `our newsletter https://…`. */
function place(item: string): object | undefined {
  const [, name = '', url] = /^(.*?)\s*(https?:\/\/\S+)$/i.exec(item) ?? [];
  if (url === undefined) return /\s/.test(item) ? undefined : { channel: item };
  return name === '' ? undefined : { name, url };
}

function reach(text: string, path: readonly string[]): readonly FactSetting[] | undefined {
  const ways = text.split(',').flatMap((item) => item.trim() || []);
  return allOrNone(
    ways.map((value) => {
      const way = wayOf(value);
      return way === undefined ? undefined : { path: [...path, way], value };
    }),
  );
}

function wayOf(value: string): string | undefined {
  if (/^https?:\/\//i.test(value)) return 'url';
  if (value.includes('@')) return 'email';
  return /^\+?[\d\s()/.-]+$/.test(value) ? 'phone' : undefined;
}

function press([name, email, phone, ...rest]: readonly string[]): object | undefined {
  if (name === undefined || email === undefined || rest.length > 0) return undefined;
  return { name, email, ...(phone === undefined ? {} : { phone }) };
}

function duty(item: string): object | undefined {
  const [person, from, until, ...rest] = item.split(/\s+/);
  return until === undefined || rest.length > 0 ? undefined : { person, from, until };
}

function colours(text: string): object | undefined {
  const [paper, ink, accent, ...rest] = text.split(/[\s,]+/);
  if (ink === undefined || rest.length > 0) return undefined;
  return { paper, ink, ...(accent === undefined ? {} : { accent }) };
}

function utm(text: string): object | undefined {
  const [source, medium, campaign, ...rest] = text.split(/[\s,]+/);
  return campaign === undefined || rest.length > 0 ? undefined : { source, medium, campaign };
}
