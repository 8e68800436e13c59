import type { PlanFormat, PlannedTimeline } from '../../../journeys/plan-playbook.ts';
import { factLanguages } from '../../../model/platform.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize } from '../../format.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';
import { planOptions, readRates } from '../../plan-options.ts';
import { readInputs } from '../../run-options.ts';
import { shownPath } from '../../snapshot-text.ts';
import { plainStyle } from '../../style.ts';
import { timelineJson, timelineStepJson } from '../../timeline-json.ts';

const formats: readonly PlanFormat[] = ['text', 'svg', 'html', 'ics', 'csv'];

/** What the name of a file says that was not said outright. */
function formatOf(out: string | undefined): PlanFormat {
  const ending = out?.toLowerCase().split('.').at(-1);
  if (ending === 'htm') return 'html';
  return formats.find((format) => format === ending) ?? 'text';
}

function exitCodeOf({ remarks }: Timeline): 0 | 3 {
  return remarks.some(({ severity }) => severity === 'error') ? 3 : 0;
}

function jsonOf({ timeline, compared, written }: PlannedTimeline): object {
  if (compared === null) return { plan: timelineJson(timeline), written };
  const { moved, added, gone, newRemarks, goneRemarks } = compared.changes;
  const changes = {
    moved: moved.map(({ before, after }) => ({
      id: after.id,
      before: timelineStepJson(before),
      after: timelineStepJson(after),
    })),
    added: added.map(timelineStepJson),
    gone: gone.map(timelineStepJson),
    new_remarks: newRemarks,
    gone_remarks: goneRemarks,
  };
  return { plan: timelineJson(timeline), compared: { plan: timelineJson(compared.timeline), changes }, written };
}

function textOf({ drawing, written }: PlannedTimeline, { cwd }: CommandContext): string {
  return written === null ? drawing.trimEnd() : `${shownPath(written.file, cwd)}: ${formatSize(written.bytes)}`;
}

export const planCommand = defineCommand({
  description:
    'Works out what a run would be before anybody starts it: which day what is done, by whom and how long, what goes out when, ' +
    'until when one can still say no, and what does not fit, with the first last day that does. People work from Monday to ' +
    'Friday, 9 to 17, without holidays. As text, as a chart (SVG), as a page with everything (HTML), as a calendar (ICS), or as ' +
    'a table (CSV). Nothing is begun, and no channel is touched.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of a playbook, or a file', required: true }],
  options: {
    input: repeated(textOption('NAME=VALUE', 'an input that the playbook asks for')),
    compare: repeated(textOption('NAME=VALUE', 'plan a second time with this input, and list what moves')),
    start: planOptions.start,
    holidays: textOption(
      'PLACE',
      'whose holidays are no working days, like DE-BY; before what playbook and lastpost.yaml say',
    ),
    rate: planOptions.rate,
    currency: planOptions.currency,
    format: choiceOption(formats, 'what is made of it', 'text, or what the ending of --out says'),
    lang: choiceOption(factLanguages, 'the language of the plan', 'en'),
    out: textOption('FILE', 'write it to a file (.txt, .svg, .html, .ics, .csv); - for stdout', '-'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    {
      command: 'playbook plan leave-x --input mode=freeze --input last_day=2027-03-31',
      explains: 'On the screen, with what the playbook asks for:',
    },
    {
      command: 'playbook plan leave-x --input mode=freeze --input last_day=2027-03-31 --lang de --out plan.html',
      explains: 'As a page for a meeting, in German:',
    },
    {
      command: 'playbook plan leave-x --input mode=freeze --input last_day=2027-03-31 --compare last_day=2027-04-30',
      explains: 'What moves when the last day is another one:',
    },
    {
      command: 'playbook plan leave-x --input mode=freeze --input last_day=2027-03-31 --rate brand=85 --rate legal=140',
      explains: 'With what the work costs:',
    },
  ],
  errors: {
    'plan.past': 'the last day is before the day on which the plan begins; the hint says the first that works',
    'plan.exists': 'the file for the plan is there; --force replaces it',
    'plan.cannot-write': 'the folder for the plan is not there',
    'export.disk-full': 'there is no room for it',
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.inputs': 'an input is missing, unknown, or not what the playbook asks for',
    'playbook.unsound': 'the playbook has a mistake; look at it with: lastpost playbook lint',
    'playbook.is-part': 'it stands only in other playbooks',
    'holidays.unknown': 'nobody knows the holidays of that place; the hint says which are known',
    'holidays.unknown-year': 'the holidays of that year are not known',
    'usage.bad-value': 'an option has a value that it cannot have',
    'workspace.not-found': 'the folder given with --workspace has no lastpost.yaml',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: {
    0: 'it fits, though there may be something to look at',
    1: 'failed',
    2: 'wrong use, no such playbook, or a last day in the past',
    3: 'planned, but something is late or nobody is there to do it',
    130: 'interrupted; no file is left behind',
  },
  run: async ({ input, compare, format, lang = 'en', out, force, ...options }, context) => {
    const { planPlaybook } = await import('../../../journeys/plan-playbook.ts');
    const file = out === undefined || out === '-' ? null : out;
    const request = {
      playbook: context.args[0] ?? '',
      inputs: readInputs(input),
      compare: compare.length === 0 ? null : readInputs(compare),
      start: options.start ?? null,
      holidays: options.holidays ?? null,
      rates: readRates(options.rate),
      currency: options.currency ?? null,
      format: format ?? formatOf(file ?? undefined),
      language: lang,
      paper: { width: context.width, style: file === null ? context.style : plainStyle },
      out: file,
      force,
    };
    const planned = await planPlaybook(request, context, context);
    const exitCode = exitCodeOf(planned.compared?.timeline ?? planned.timeline);
    return { exitCode, json: jsonOf(planned), text: textOf(planned, context) };
  },
});
