import type { WrittenRunCertificate } from '../../../journeys/runs/write-run-certificate.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize } from '../../format.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import { runArgument, runErrors } from '../../run-options.ts';
import { shownPath } from '../../snapshot-text.ts';

function describe(written: WrittenRunCertificate['written'], { cwd }: CommandContext): string {
  if (written === null) return '';
  const { file, bytes, signatureFile } = written;
  const signed = signatureFile === null ? '' : `, signed by ${shownPath(signatureFile, cwd)}`;
  return `${shownPath(file, cwd)}: ${formatSize(bytes)}${signed}`;
}

export const certificateCommand = defineCommand({
  description:
    'Writes the certificate of a run: what was ended and when, on the strength of which archive, who approved it, what was ' +
    'overridden, and the head of the journal, so that a later change of it shows. HTML is signed in its last line; a PDF has its ' +
    'signature beside it (FILE.pdf.sig.json). A run that has not ended gets one too, which says so.',
  arguments: [runArgument],
  options: {
    out: textOption('FILE', 'write it to FILE.html, FILE.pdf or FILE.json', 'certificate-RUN.html, here'),
    lang: choiceOption(factLanguages, 'the language of the certificate', 'en'),
    force: onSwitch('replace the file when it is there'),
    browser: textOption('PATH', 'the browser that prints the PDF', 'searched for'),
  },
  examples: [
    { command: 'run certificate leave-x-3f2a --out leave-x.html', explains: 'As a page:' },
    { command: 'run certificate leave-x-3f2a --out leave-x.pdf --lang de', explains: 'For the files, in German:' },
  ],
  errors: {
    'certificate.journal-broken': 'the journal is not as it was written, so that nothing is certified of it',
    'certificate.format': 'the name of the file ends in none of .html, .pdf and .json',
    'certificate.exists': 'the file is there; --force replaces it',
    'certificate.cannot-write': 'the file cannot be written',
    'print.failed': 'the browser could not make a PDF',
    'browser.not-found': 'there is no browser to make a PDF with',
    'workspace.key-missing': 'the key to sign with is not there',
    ...runErrors,
  },
  exitCodes: { 0: 'written', 1: 'failed', 2: 'wrong use or settings', 130: 'interrupted; no file is left behind' },
  run: async ({ out, lang = 'en', force, browser }, context) => {
    const run = await pickRun(context.args[0], context);
    const { writeRunCertificate } = await import('../../../journeys/runs/write-run-certificate.ts');
    const { withCertificateSources } = await import('../../../journeys/runs/with-certificate-sources.ts');
    const request = { run, out: out ?? `certificate-${run}.html`, language: lang, force, browserPath: browser };
    const result = await withCertificateSources(context, (sources) =>
      writeRunCertificate(request, context, context, sources),
    );
    return { exitCode: 0, json: result, text: describe(result.written, context) };
  },
});
