import { plainLine } from '../base/text-columns.ts';
import type { LintClash, LintFinding, LintReport, LintSpot } from '../model/farewell/lint/lint-finding.ts';
import type { LintSeverity } from '../model/farewell/lint/lint-rules.ts';
import type { FactLanguage } from '../model/platform.ts';
import { plural } from './format.ts';
import { shownPath } from './snapshot-text.ts';
import type { Style } from './style.ts';

export interface CheckTextOptions {
  readonly language: FactLanguage;
  readonly cwd: string;
  readonly style: Style;
  /** Columns. */
  readonly width: number;
}

/** Every finding with its place, and the two sentences that clash below each other. */
export function checkText(report: LintReport, fixed: number, options: CheckTextOptions): string {
  const { style } = options;
  const findings = report.findings.map((finding) => findingText(finding, options));
  const unchecked = report.unchecked.map(
    ({ rule, because }) => `${style.dim('not checked')} ${rule}: ${because[options.language]}`,
  );
  const idle = report.idle.map(
    ({ rule, draft }) =>
      `${style.dim('not needed')} the exception of ${rule}${draft === null ? '' : ` for ${draft}`} in lastpost.yaml: nothing is found there any more.`,
  );
  const blocks = [...findings, ...(unchecked.length > 0 ? [unchecked.join('\n')] : []), ...idle];
  return [...blocks, summary(report, fixed, style)].join('\n\n');
}

const paints: Readonly<Record<LintSeverity, (style: Style) => (text: string) => string>> = {
  error: (style) => style.red,
  warning: (style) => style.yellow,
  hint: (style) => style.dim,
};

function findingText(finding: LintFinding, options: CheckTextOptions): string {
  const { rule, severity, spot, clash, message, fix } = finding;
  const { language, style, cwd } = options;
  const place = spot === null ? 'the whole farewell' : `${shownPath(spot.file, cwd)}:${spot.line}:${spot.column}`;
  return [
    `${place} ${paints[severity](style)(severity)} ${plainLine(message[language])} ${style.dim(`(${rule})`)}`,
    ...(spot === null || spot.sentence === '' ? [] : [sentenceText(spot, options)]),
    ...(clash === null ? [] : [clashText(clash, options)]),
    `    ${plainLine(fix[language])}`,
  ].join('\n');
}

/** The sentence, with what is wrong in it standing out. */
function sentenceText(spot: LintSpot, { style, width }: CheckTextOptions): string {
  return `    ${style.dim('here:')}  ${around(spot, width - 12, style.bold)}`;
}

function clashText(clash: LintClash, options: CheckTextOptions): string {
  const { style, width, cwd } = options;
  if (clash.kind === 'fact') return `    ${style.dim('fact:')}  exit.${clash.key}: ${plainLine(clash.says)}`;
  if (clash.kind === 'step') return `    ${style.dim('step:')}  ${clash.step}: ${plainLine(clash.says)}`;
  const { spot } = clash;
  const place = `${shownPath(spot.file, cwd)}:${spot.line}:${spot.column}`;
  return [`    ${style.dim('there:')} ${around(spot, width - 12, style.bold)}`, `           ${style.dim(place)}`].join(
    '\n',
  );
}

const LEAST = 40;

/** A long sentence is cut at both ends, never where the words in question are. */
function around({ sentence, words }: LintSpot, width: number, mark: (text: string) => string): string {
  const line = plainLine(sentence.replaceAll('\n', ' '));
  const said = plainLine(words.replaceAll('\n', ' '));
  const at = said === '' ? -1 : line.indexOf(said);
  const room = Math.max(LEAST, width);
  if (at < 0) return line.length <= room ? line : `${line.slice(0, room - 1)}…`;
  const spare = Math.max(0, room - said.length);
  const from = line.length <= room ? 0 : Math.max(0, Math.min(at - Math.floor(spare / 2), line.length - room));
  const to = line.length <= room ? line.length : Math.max(at + said.length, from + room);
  const before = `${from > 0 ? '…' : ''}${line.slice(from, at)}`;
  const behind = `${line.slice(at + said.length, to)}${to < line.length ? '…' : ''}`;
  return `${before}${mark(said)}${behind}`;
}

function summary({ findings, excepted, drafts }: LintReport, fixed: number, style: Style): string {
  const of = (severity: LintSeverity): number => findings.filter((one) => one.severity === severity).length;
  const errors = of('error');
  const counts = [
    ...(errors === 0 ? [] : [style.red(plural(errors, 'error'))]),
    ...(of('warning') === 0 ? [] : [style.yellow(plural(of('warning'), 'warning'))]),
    ...(of('hint') === 0 ? [] : [plural(of('hint'), 'hint')]),
  ];
  const said = counts.length === 0 ? style.green('nothing to say against them') : counts.join(', ');
  return [
    `${plural(drafts, 'draft')} checked: ${said}.`,
    ...(fixed === 0 ? [] : [`${plural(fixed, 'place')} corrected; read them before you approve.`]),
    ...(excepted.length === 0 ? [] : [`${plural(excepted.length, 'finding')} excepted by lastpost.yaml.`]),
    ...(errors === 0 ? [] : ['Nothing should go out before the errors are gone.']),
  ].join(' ');
}
