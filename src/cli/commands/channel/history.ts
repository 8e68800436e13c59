import { resolve } from 'node:path';
import { historySteps } from '../../../model/channel-history.ts';
import { factLanguages } from '../../../model/platform.ts';
import { defineCommand } from '../../command-spec.ts';
import { historyJson } from '../../history-json.ts';
import { describeHistory } from '../../history-text.ts';
import { choiceOption, momentOption, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

export const historyCommand = defineCommand({
  description:
    'Draws what became of a channel over time: how many posts were published, edited and deleted, with a bar for each day, ' +
    'week, month or year, and names what was edited or deleted. It is told by all snapshots of the channel; that a post was ' +
    'deleted is said only where a snapshot was able to see it (docs/history.md), and its words and media stay here. Snapshots ' +
    'from before the ledger kept this are read once. Nothing is fetched from the channel.',
  arguments: [{ name: 'CHANNEL', description: 'its id in lastpost.yaml', required: true }],
  options: {
    by: choiceOption(historySteps, 'what one bar stands for', 'chosen by the span'),
    since: momentOption('start', 'only from this day or moment on; the day counts, in UTC'),
    until: momentOption('end', 'only up to this day, which still counts, in UTC, or before this moment'),
    html: textOption('FILE', 'write one HTML page with the drawing, a table of its numbers, and every change'),
    svg: textOption('FILE', 'write the drawing alone, as an SVG picture'),
    lang: choiceOption(factLanguages, 'the language of page and picture', 'en'),
  },
  examples: [
    { command: 'channel history blog', explains: 'All of it, at the terminal:' },
    { command: 'channel history blog --by week --since 2026-01-01', explains: 'This year, week by week:' },
    { command: 'channel history blog --html history.html --lang de', explains: 'A page in German to pass on:' },
    { command: 'channel history blog --json', explains: 'For a script:' },
  ],
  errors: {
    'channel.unknown': 'no channel has that id, and no post in the ledger is of one',
    'history.too-many-bars': 'the step is too short for the span',
    'history.cannot-write': 'page or picture cannot be written where it should go',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'ledger.missing': 'the ledger is not there; the hint says how to put it back',
    'ledger.newer': 'a newer Lastpost wrote the ledger; install that one',
    'ledger.locked': 'another process is writing the ledger',
    'ledger.corrupt': 'the ledger is damaged',
    'usage.bad-value': 'a date, a step or a language cannot be read; the hint says how to write it',
  },
  exitCodes: { 0: 'drawn', 1: 'failed', 2: 'wrong use or settings', 130: 'interrupted' },
  run: async ({ by, since, until, html, svg, lang = 'en' }, context) => {
    const { reportHistory } = await import('../../../journeys/report-history.ts');
    const [channel = ''] = context.args;
    const files = {
      ...(html === undefined ? {} : { html: resolve(context.cwd, html) }),
      ...(svg === undefined ? {} : { svg: resolve(context.cwd, svg) }),
    };
    const input = {
      channel,
      ...(by === undefined ? {} : { step: by }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    };
    const history = await reportHistory(input, files, lang, context, context);
    const written = Object.values(files).map((file) => `Written: ${shownPath(file, context.cwd)}`);
    return {
      exitCode: 0,
      json: historyJson(history, files),
      text: [describeHistory(history, context), ...(written.length > 0 ? ['', ...written] : [])].join('\n'),
    };
  },
});
