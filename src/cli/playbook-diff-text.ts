import { plainLine } from '../base/text-columns.ts';
import type { PlaybookDiff } from '../journeys/diff-playbook.ts';
import type { JsonValue } from '../model/playbook/json.ts';
import type { MarkedWords, PlaybookChange, PlaybookConflict } from '../model/playbook/playbook-diff.ts';
import { plural } from './format.ts';
import type { Style } from './style.ts';

/** What is different, for people: what you changed, what the other one did, and where both changed the same. */
export function playbookDiffText(diff: PlaybookDiff, style: Style): string {
  const { mine, theirs, conflicts, hasBase, against } = diff;
  const other = against === null ? 'the original' : `${against.name}, version ${against.version}`;
  if (!hasBase) return [style.bold(withoutBase(diff, other)), ...section(mine, style)].join('\n');
  const since = `since ${diff.basedOn?.playbook}, version ${diff.basedOn?.version}`;
  return [
    style.bold(`What you have changed ${since}: ${count(mine)}`),
    ...section(mine, style),
    '',
    style.bold(`What ${other} has changed meanwhile, and you have not: ${count(theirs)}`),
    ...section(theirs, style),
    ...(conflicts.length === 0 ? [] : ['', ...conflictLines(conflicts, style)]),
    ...(theirs.length === 0 ? [] : ['', ...howTo(diff)]),
  ].join('\n');
}

function withoutBase({ name, mine }: PlaybookDiff, other: string): string {
  const what = mine.length === 0 ? 'Nothing is different' : `${plural(mine.length, 'difference')}`;
  return `${what} between ${other} and ${name}. What ${name} was copied from is not here: nobody can tell who changed what.`;
}

function count(changes: readonly PlaybookChange[]): string {
  return changes.length === 0 ? 'nothing' : plural(changes.length, 'change');
}

/** The playbook itself, then step by step. */
function section(changes: readonly PlaybookChange[], style: Style): readonly string[] {
  const steps = [...new Set(changes.map(({ step }) => step))];
  return steps.flatMap((step) => [
    step === null ? '  the playbook' : `  step ${plainLine(step)}`,
    ...changes.filter((one) => one.step === step).flatMap((one) => changeLines(one, style)),
  ]);
}

function changeLines({ what, field, before, after, words }: PlaybookChange, style: Style): readonly string[] {
  if (field === null) return [`    ${wholeStep(what, before, after)}`];
  const head = `    ${plainLine(field)}`;
  if (what === 'added') return [head, ...lines('+', [only(after)], style)];
  if (what === 'removed') return [head, ...lines('-', [only(before)], style)];
  const marked = words ?? { before: [only(before)], after: [only(after)] };
  return [head, ...lines('-', marked.before, style), ...lines('+', marked.after, style)];
}

function wholeStep(what: PlaybookChange['what'], before: JsonValue, after: JsonValue): string {
  if (what === 'added') return 'is new';
  if (what === 'removed') return 'is gone';
  const behind = (id: JsonValue): string => (id === null ? 'at the beginning' : `behind ${plainLine(String(id))}`);
  return `stands ${behind(after)}, and stood ${behind(before)}`;
}

function only(value: JsonValue): MarkedWords {
  return { text: typeof value === 'string' ? value : JSON.stringify(value), isOnly: false };
}

/** Line by line behind their sign; words that only this form has stand in signs of their own, as in `git diff --word-diff`. */
function lines(sign: '-' | '+', words: readonly MarkedWords[], style: Style): readonly string[] {
  const [open, close] = sign === '-' ? ['[-', '-]'] : ['{+', '+}'];
  const text = words
    .map((one) =>
      one.isOnly && one.text.trim() !== '' ? one.text.replace(/\S(?:[^\n]*\S)?/g, `${open}$&${close}`) : one.text,
    )
    .join('')
    .trimEnd();
  const paint = sign === '-' ? style.red : style.green;
  return text.split('\n').map((line) => paint(`      ${sign} ${plainLine(line)}`));
}

function conflictLines(conflicts: readonly PlaybookConflict[], style: Style): readonly string[] {
  const named = conflicts.map(({ mine, theirs }) => {
    const field = mine.field ?? theirs.field;
    const place = mine.step === null ? 'the playbook' : `step ${mine.step}`;
    return `  ${plainLine(field === null ? place : `${place}, ${field}`)}: ${does[mine.what]} by you, ${does[theirs.what]} there`;
  });
  return [style.bold(style.yellow('Both have changed, and not alike; look at these first:')), ...new Set(named)];
}

const does = { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' } as const;

function howTo({ name, against, isSettled }: PlaybookDiff): readonly string[] {
  if (isSettled) return [`From now on ${name} counts as based on version ${against?.version ?? ''}.`];
  return [
    `Nothing was changed. Copy what you want from ${against?.file ?? 'the other file'} into your file, then`,
    `  lastpost playbook lint ${name}`,
    `and when you have looked at all of it, taken over or not:`,
    `  lastpost playbook diff ${name} --settle`,
  ];
}
