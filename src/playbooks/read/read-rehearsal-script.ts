import { isSeq, LineCounter, parseDocument } from 'yaml';
import { parseCalendarDuration } from '../../base/calendar-duration.ts';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { ScriptedReply } from '../../model/run/rehearsal/reply.ts';

const says = ['done', 'later', 'cannot'] as const;
const keys: readonly string[] = ['step', 'says', 'after', 'because', 'by'];

/**
 * The answers of a rehearsal: a list of `{step, says, after, because, by}`. Whether its steps are there, only a plan can tell.
 * @throws KnownError `rehearsal.script`
 */
export function readRehearsalScript(file: string, text: string): readonly ScriptedReply[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) throw bad(`${file}:${lineCounter.linePos(broken.pos[0]).line}`, `${broken.message}.`);
  const values: unknown = document.toJS({ maxAliasCount: 10 });
  if (values === null || values === undefined) return [];
  if (!Array.isArray(values)) throw bad(file, 'It is no list.');
  const items = isSeq(document.contents) ? document.contents.items : [];
  return values.map((value: unknown, at) => {
    const place = `${file}:${lineCounter.linePos(startOf(items[at])).line}`;
    return { ...readLine(value, (what) => bad(place, what)), place };
  });
}

function startOf(item: unknown): number {
  const { range } = item as { readonly range?: readonly number[] | null };
  return range?.[0] ?? 0;
}

function readLine(value: unknown, wrong: (what: string) => KnownError): ScriptedReply {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('It is no answer: step and says are missing.');
  const line = value as Readonly<Record<string, unknown>>;
  const other = Object.keys(line).find((key) => !keys.includes(key));
  if (other !== undefined) throw wrong(`"${other}" means nothing.${meant(other, keys)}`);
  const step = textOf(line, 'step', wrong);
  if (step === null) throw wrong('The step is missing.');
  const said = textOf(line, 'says', wrong) ?? 'done';
  const known = says.find((one) => one === said);
  if (known === undefined)
    throw wrong(`It says "${said}", which is not one of ${says.join(', ')}.${meant(said, says)}`);
  const after = textOf(line, 'after', wrong);
  if (after !== null && parseCalendarDuration(after) === undefined)
    throw wrong(`"${after}" is no duration such as 2d.`);
  if (known === 'later' && after === null) throw wrong('"later" needs after: how much later.');
  return { step, says: known, after, because: textOf(line, 'because', wrong), by: textOf(line, 'by', wrong) };
}

function textOf(
  line: Readonly<Record<string, unknown>>,
  key: string,
  wrong: (what: string) => KnownError,
): string | null {
  const value = line[key] ?? null;
  if (value === null || (typeof value === 'string' && value.trim() !== '')) return value;
  throw wrong(`What stands at ${key} has to be a text.`);
}

function meant(word: string, known: readonly string[]): string {
  const near = closestMatch(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** @param place the file, with the line where one is to blame */
function bad(place: string, what: string): KnownError {
  return new KnownError('rehearsal.script', `${place} cannot be played. ${what}`, {
    hint: 'Write a list such as: - {step: memo, says: later, after: 2d, because: "Anna is at the fair."}',
    exitCode: 2,
  });
}
