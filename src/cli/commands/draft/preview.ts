import type { DraftsPreview } from '../../../journeys/drafts/preview-drafts.ts';
import { farewellLocales } from '../../../model/farewell/locale.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { formatSize, plural } from '../../format.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

function describe({ file, bytes, drafts }: DraftsPreview, { cwd }: CommandContext): string {
  return `${shownPath(file, cwd)}: ${plural(drafts, 'draft')}, ${formatSize(bytes)}`;
}

export const previewCommand = defineCommand({
  description:
    'Shows every draft as it is seen in its place, on one HTML page that needs nothing else: in a plain frame for each ' +
    'platform, folded where the platform folds it, as wide as the smallest phone with enlarged letters, a usual phone and a ' +
    'desk; with its length, when it goes out and who approved it. Can be passed round: it reaches no net. Made from the files ' +
    'as they are now.',
  arguments: [],
  options: {
    locale: repeated(choiceOption(farewellLocales, 'only drafts in this language')),
    lang: choiceOption(factLanguages, 'the language of the page around the drafts', "the brand's first, else en"),
    out: textOption('FILE', 'where to write it', 'exports/preview.html of the workspace, anew each time'),
    force: onSwitch('replace the file when it is there in --out'),
    open: onSwitch('open it in your browser'),
  },
  examples: [
    { command: 'draft preview --open', explains: 'To look at them:' },
    { command: 'draft preview --locale de --lang de --out vorschau.html', explains: 'To pass round, in German:' },
  ],
  errors: {
    'preview.no-draft': 'there is no draft to show',
    'preview.exists': 'the file is there; --force replaces it',
    'preview.cannot-write': 'the file cannot be written',
    ...keptDraftErrors,
  },
  exitCodes: { 0: 'written', 1: 'failed', 2: 'wrong use or settings, or no draft' },
  run: async ({ locale, lang, out, force, open }, context) => {
    const { previewDrafts } = await import('../../../journeys/drafts/preview-drafts.ts');
    const input = { locales: locale, language: lang, out, force, open };
    const preview = await previewDrafts(input, context, context);
    if (open && !preview.opened) context.note('No browser could be opened here; open the file yourself.');
    return { exitCode: 0, json: preview, text: describe(preview, context) };
  },
});
