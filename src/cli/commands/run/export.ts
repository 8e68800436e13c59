import { KnownError } from '../../../base/known-error.ts';
import { type FactLanguage, factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize } from '../../format.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import { runArgument, runErrors } from '../../run-options.ts';
import { shownPath } from '../../snapshot-text.ts';

interface Target {
  readonly format: 'ics' | 'zip';
  readonly file: string;
}

/** @throws KnownError `export.which` */
function targetOf({ ics, zip }: { readonly ics?: string | undefined; readonly zip?: string | undefined }): Target {
  if (ics !== undefined && zip === undefined) return { format: 'ics', file: ics };
  if (zip !== undefined && ics === undefined) return { format: 'zip', file: zip };
  throw new KnownError('export.which', 'It has to be said what is to be written: one of the two.', {
    hint: 'Give --ics FILE for a calendar, or --zip FILE for everything about the run.',
    exitCode: 2,
  });
}

interface Order {
  readonly run: string;
  readonly file: string;
  readonly force: boolean;
  readonly language: FactLanguage;
}

async function write({ file: out, ...order }: Order, format: Target['format'], context: CommandContext) {
  if (format === 'ics') {
    const { exportRun } = await import('../../../journeys/runs/export-run.ts');
    return exportRun({ ...order, format, out }, context, context);
  }
  const { exportRunArchive } = await import('../../../journeys/runs/export-run-archive.ts');
  const { withCertificateSources } = await import('../../../journeys/runs/with-certificate-sources.ts');
  return withCertificateSources(context, (sources) => exportRunArchive({ ...order, out }, context, context, sources));
}

export const exportCommand = defineCommand({
  description:
    'Writes a run to a file. --ics: its dates as a calendar, with whom each is for; written again, it replaces the same dates ' +
    'in the calendar. --zip: all evidence, the journal, the playbook as it was, and the certificate, for somebody who checks it ' +
    'without Lastpost.',
  arguments: [runArgument],
  options: {
    ics: textOption('FILE', 'the dates of the run as a calendar'),
    zip: textOption('FILE', 'the evidence, the journal and the certificate'),
    lang: choiceOption(factLanguages, 'the language of the calendar', 'en'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'run export --ics leave-x.ics', explains: 'For the calendars of all who have something to do:' },
    { command: 'run export leave-x-3f2a --zip leave-x.zip', explains: 'For the files:' },
  ],
  errors: {
    'export.which': 'not exactly one of --ics and --zip is given',
    'run-export.*': 'the calendar is there already (--force replaces it), or cannot be written',
    'archive.*': 'the ZIP is there already, or cannot be written, or a file of evidence is not as it was kept',
    'certificate.journal-broken': 'the journal is not as it was written, so that nothing is certified of it',
    'export.disk-full': 'there is no room for it',
    'workspace.key-missing': 'the key to sign with is not there',
    ...runErrors,
  },
  exitCodes: { 0: 'written', 1: 'failed', 2: 'wrong use or settings', 130: 'interrupted; no file is left behind' },
  run: async ({ ics, zip, lang = 'en', force }, context) => {
    const { format, file } = targetOf({ ics, zip });
    const run = await pickRun(context.args[0], context);
    const written = await write({ run, file, force, language: lang }, format, context);
    return {
      exitCode: 0,
      json: { exported: written },
      text: `${shownPath(written.file, context.cwd)}: ${formatSize(written.bytes)}`,
    };
  },
});
