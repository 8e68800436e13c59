import { zonedMomentIn } from '../../base/zoned-format.ts';
import { draftTitle, headOf } from './draft-head.ts';
import { type ExportedDraft, type ExportedLocale, type ExportKit, isMarkdown, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';

/**
 * All drafts of a language in one Markdown file. Each text stands between two comments, letter for letter as it is in its file;
 * what is no Markdown stands in a fence, so that no sign of it becomes one.
 */
export function writeMarkdown({ locale, drafts }: ExportedLocale, kit: ExportKit): string {
  const words = exportWords[languageFor(locale)];
  const at = zonedMomentIn(languageFor(locale), kit.madeAt, kit.facts.timezone);
  const head = `# ${escaped(words.title(kit.brand))}\n\n${words.made(at, kit.software)}`;
  return `${[head, ...drafts.map((exported) => section(exported, kit))].join('\n\n')}\n`;
}

function section(exported: ExportedDraft, kit: ExportKit): string {
  const { draft } = exported;
  const name = `${draft.locale}/${draft.id}`;
  const facts = headOf(exported, kit).map(([title, value]) => `- **${title}:** ${escaped(value)}`);
  const text = isMarkdown(draft) ? draft.text : fenced(draft.text);
  const title = `# ${escaped(draftTitle(exported))}`;
  return `---\n\n${title}\n\n${facts.join('\n')}\n\n<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`;
}

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A value in a list, with its own line breaks and none of its signs taken for Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\n/g, '  \n  ');
}
