import { zonedMomentIn } from '../../base/zoned-format.ts';
import { NEXT_POST } from '../../model/farewell/draft.ts';
import { markdownText } from '../markdown/markdown-text.ts';
import { postsOf } from '../templates/parse-template.ts';
import { draftTitle, headOf } from './draft-head.ts';
import { type ExportedDraft, type ExportedLocale, type ExportKit, isMarkdown, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';

const RULE = '-'.repeat(72);

/** All drafts of a language as plain text: Markdown without its marks, and the posts of a thread counted. */
export function writeText({ locale, drafts }: ExportedLocale, kit: ExportKit): string {
  const words = exportWords[languageFor(locale)];
  const at = zonedMomentIn(languageFor(locale), kit.madeAt, kit.facts.timezone);
  const head = `${words.title(kit.brand)}\n${words.made(at, kit.software)}`;
  return `${[head, ...drafts.map((exported) => section(exported, kit))].join('\n\n')}\n`;
}

function section(exported: ExportedDraft, kit: ExportKit): string {
  const facts = headOf(exported, kit).map(([title, value]) => `${title}: ${value.replaceAll('\n', '\n  ')}`);
  return [RULE, draftTitle(exported), '', ...facts, '', plainText(exported)].join('\n');
}

/** The text of a draft without any marks. */
export function plainText({ draft }: Pick<ExportedDraft, 'draft'>): string {
  if (isMarkdown(draft)) return markdownText(draft.text);
  if (!draft.text.includes(NEXT_POST)) return draft.text;
  const posts = postsOf(draft.text);
  const words = exportWords[languageFor(draft.locale)];
  return posts.map((post, at) => `[${words.post(at + 1, posts.length)}]\n${post}`).join('\n\n');
}
