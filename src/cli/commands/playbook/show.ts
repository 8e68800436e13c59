import type { DrawingFormat, ShownPlaybook } from '../../../journeys/show-playbook.ts';
import { factLanguages } from '../../../model/platform.ts';
import { isSound } from '../../../model/playbook/playbook-finding.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize } from '../../format.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { playbookJson } from '../../playbook-json.ts';
import { shellWord, shownPath } from '../../snapshot-text.ts';
import { plainStyle } from '../../style.ts';

const formats: readonly DrawingFormat[] = ['text', 'mermaid', 'svg'];

/** What the name of a file says that was not said outright. */
function formatOf(out: string | undefined): DrawingFormat {
  if (out?.toLowerCase().endsWith('.svg')) return 'svg';
  return /\.(mmd|mermaid)$/i.test(out ?? '') ? 'mermaid' : 'text';
}

function noteOf({ findings }: ShownPlaybook, given: string): string | undefined {
  if (isSound(findings)) return undefined;
  return `It has errors, so that no run of it can be started: lastpost playbook lint ${shellWord(given)}`;
}

function textOf({ drawing, written }: ShownPlaybook, { cwd }: CommandContext): string {
  if (written === null) return drawing.trimEnd();
  return `${shownPath(written.file, cwd)}: ${formatSize(written.bytes)}`;
}

export const showCommand = defineCommand({
  description:
    'Draws a playbook with those it uses: what is done by whom, what goes by itself, what waits how long, which evidence will ' +
    'be asked for, what comes after what, and the point of no return as a line across. As text for a terminal, as a flowchart ' +
    'for Mermaid, or as SVG: one file with its legend, to look at, to print and to hang on the wall. Nothing is run.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of a playbook, or a file', required: true }],
  options: {
    format: choiceOption(formats, 'how it is drawn', 'text, or what the ending of --out says'),
    lang: choiceOption(factLanguages, 'the language of the drawing', 'en'),
    out: textOption('FILE', 'write it to a file (.svg, .mmd, .txt); - for stdout', '-'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'playbook show leave-x', explains: 'In the terminal:' },
    { command: 'playbook show leave-x --lang de --out leave-x.svg', explains: 'As a picture, in German:' },
    { command: 'playbook show playbooks/leave-shop.yaml --format mermaid', explains: 'For a wiki that draws Mermaid:' },
  ],
  errors: {
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.unreadable': 'the file is there and cannot be read',
    'playbook.unsound': 'the file is no playbook; the message names the lines',
    'playbook.file-exists': 'the file for the drawing is there; --force replaces it',
    'playbook.cannot-write': 'the file for the drawing cannot be written',
    'usage.bad-value': 'an option has a value that it cannot have',
    'workspace.not-found': 'the folder given with --workspace has no lastpost.yaml',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'drawn, even where lint finds errors', 1: 'failed', 2: 'wrong use, or no such playbook' },
  run: async ({ format, lang = 'en', out, force }, context) => {
    const { showPlaybook } = await import('../../../journeys/show-playbook.ts');
    const file = out === undefined || out === '-' ? null : out;
    const playbook = context.args[0] ?? '';
    const paper = { width: context.width, style: file === null ? context.style : plainStyle };
    const input = { playbook, format: format ?? formatOf(out), language: lang, paper, out: file, force };
    const shown = await showPlaybook(input, context, context);
    const note = noteOf(shown, playbook);
    if (note !== undefined) context.note(note);
    const { written } = shown;
    const json = { playbook: playbookJson(shown.playbook), file: shown.file, written };
    return { exitCode: 0, json, text: textOf(shown, context) };
  },
});
