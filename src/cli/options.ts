import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import { MOMENT_EXAMPLES, parseMoment } from '../base/moment.ts';
import { DURATION_EXAMPLES, parseDuration, parseSize, SIZE_EXAMPLES } from '../base/quantity.ts';
import type { OptionSpec } from './command-spec.ts';

/** A switch: false until given. */
export function onSwitch(description: string): OptionSpec<boolean> {
  return { kind: 'switch', placeholder: '', description, initial: false, read: () => true };
}

/** `--no-<key>`: true until given. */
export function offSwitch(description: string): OptionSpec<boolean> {
  return { kind: 'off-switch', placeholder: '', description, initial: true, read: () => false };
}

/** Builds an option that takes a value; `parse` gives undefined for what it cannot read. */
function valueOption<T>(
  placeholder: string,
  description: string,
  defaultText: string | undefined,
  wanted: { readonly noun: string; readonly hint: string | ((text: string) => string) },
  parse: (text: string) => T | undefined,
): OptionSpec<T | undefined> {
  return {
    kind: 'value',
    placeholder,
    description,
    ...(defaultText === undefined ? {} : { defaultText }),
    initial: undefined,
    read: (text, flag) => {
      const value = parse(text);
      if (value !== undefined) return value;
      throw new KnownError('usage.bad-value', `"${text}" is no ${wanted.noun} for ${flag}.`, {
        hint: typeof wanted.hint === 'string' ? wanted.hint : wanted.hint(text),
        exitCode: 2,
      });
    },
  };
}

export function textOption(
  placeholder: string,
  description: string,
  defaultText?: string,
): OptionSpec<string | undefined> {
  const wanted = { noun: 'text', hint: 'Give it some text.' };
  return valueOption(placeholder, description, defaultText, wanted, (text) => (text.trim() === '' ? undefined : text));
}

export function choiceOption<const Choice extends string>(
  choices: readonly Choice[],
  description: string,
  defaultText?: string,
): OptionSpec<Choice | undefined> {
  const list = `Choose one of: ${choices.join(', ')}.`;
  const hint = (text: string): string => {
    const near = closestMatch(text, choices);
    return near === undefined ? list : `Did you mean "${near}"? ${list}`;
  };
  const wanted = { noun: 'choice', hint };
  return valueOption(choices.join('|'), description, defaultText, wanted, (text) =>
    choices.find((choice) => choice === text),
  );
}

export function numberOption(
  range: { readonly min: number; readonly max: number },
  description: string,
  defaultText?: string,
): OptionSpec<number | undefined> {
  const span = Number.isFinite(range.max) ? `from ${range.min} to ${range.max}` : `of ${range.min} or more`;
  const wanted = { noun: 'number', hint: `Give a whole number ${span}.` };
  return valueOption('N', description, defaultText, wanted, (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= range.min && value <= range.max && Number.isSafeInteger(value) ? value : undefined;
  });
}

export function sizeOption(description: string, defaultText?: string): OptionSpec<number | undefined> {
  const wanted = { noun: 'size', hint: `Write it like ${SIZE_EXAMPLES}.` };
  return valueOption('SIZE', description, defaultText, wanted, (text) => parseSize(text) || undefined);
}

export function durationOption(description: string, defaultText?: string): OptionSpec<number | undefined> {
  const wanted = { noun: 'duration', hint: `Write it like ${DURATION_EXAMPLES}.` };
  return valueOption('DURATION', description, defaultText, wanted, parseDuration);
}

/** A day or a moment, in UTC ISO 8601; see parseMoment for which moment of a day is meant. */
export function momentOption(edge: 'start' | 'end', description: string): OptionSpec<string | undefined> {
  const wanted = { noun: 'date', hint: `Write it like ${MOMENT_EXAMPLES}.` };
  return valueOption('DATE', description, undefined, wanted, (text) => parseMoment(text, edge));
}

/** A share from 0 to 1, written as `0.95` or `95%`. */
export function shareOption(description: string, defaultText?: string): OptionSpec<number | undefined> {
  const wanted = { noun: 'share', hint: 'Write it like 0.95 or 95%.' };
  return valueOption('SHARE', description, defaultText, wanted, (text) => {
    const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
    const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
    return value >= 0 && value <= 1 ? value : undefined;
  });
}

/** A count of pages, or a regular expression over their addresses. */
export function pagesOption(description: string, defaultText?: string): OptionSpec<number | RegExp | undefined> {
  const wanted = { noun: 'count and no regular expression', hint: 'Give a number like 50, or a pattern like /2024/.' };
  return valueOption('N|RE', description, defaultText, wanted, (text) => {
    if (/^\d+$/.test(text)) return Number(text) >= 1 && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    try {
      return new RegExp(text);
    } catch {
      return undefined;
    }
  });
}

/** A name of a kind that the system knows, such as a language or a time zone; `isKnown` says which are. */
export function nameOption(
  placeholder: string,
  noun: string,
  hint: string,
  description: string,
  isKnown: (text: string) => boolean,
): OptionSpec<string | undefined> {
  return valueOption(placeholder, description, undefined, { noun, hint }, (text) => (isKnown(text) ? text : undefined));
}

export function patternOption(description: string): OptionSpec<RegExp | undefined> {
  const wanted = { noun: 'regular expression', hint: 'Check its brackets, or put a \\ before special characters.' };
  return valueOption('RE', description, undefined, wanted, (text) => {
    try {
      return new RegExp(text);
    } catch {
      return undefined;
    }
  });
}

export function viewportOption(
  description: string,
  defaultText?: string,
): OptionSpec<{ readonly width: number; readonly height: number } | undefined> {
  const wanted = { noun: 'window size', hint: 'Write it like 1280x800, each side from 200 to 8000 pixels.' };
  return valueOption('WxH', description, defaultText, wanted, (text) => {
    const match = /^(\d{3,4})x(\d{3,4})$/i.exec(text);
    const [width, height] = [Number(match?.[1]), Number(match?.[2])];
    return [width, height].every((side) => side >= 200 && side <= 8000) ? { width, height } : undefined;
  });
}

/** May be given more than once; each use adds one value. */
export function repeated<T>(option: OptionSpec<T | undefined>): OptionSpec<readonly T[]> {
  return {
    kind: option.kind,
    placeholder: option.placeholder,
    description: `${option.description} (may be repeated)`,
    initial: [],
    read: (text, flag, previous) => {
      const value = option.read(text, flag, undefined);
      return value === undefined ? previous : [...previous, value];
    },
  };
}
