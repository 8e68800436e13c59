import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { draftsWorkspace } from './drafts-workspace.ts';
import { exitBlock } from './exit-block.ts';

/** A draft file as somebody writes it. */
export function draftText(
  kind: string,
  audience: string,
  publishAt: string | null,
  text: string,
  channel = '',
): string {
  const head = [
    `kind: ${kind}`,
    ...(channel === '' ? [] : [`channel: ${channel}`]),
    `audience: ${audience}`,
    ...(publishAt === null ? [] : [`publish_at: ${publishAt}`]),
  ];
  return `---\n${head.join('\n')}\n---\n\n${text}\n`;
}

/** What goes out, by file; the sentences are those of the templates. */
export const fewDrafts: Readonly<Record<string, string>> = {
  'en/service-card': draftText(
    'service-card',
    'leads',
    '2027-01-24T09:00',
    'We answer messages on X until 30 March; then we close the inbox.',
  ),
  'en/staff-memo': draftText(
    'staff-memo',
    'staff',
    '2027-01-28T09:00',
    '- We answer messages on X until 30 March; then we close the inbox.',
  ),
  'de/staff-memo': draftText(
    'staff-memo',
    'staff',
    '2027-01-28T09:00',
    'Nachrichten auf X beantworten wir bis zum 30. März; danach schließen wir das Postfach.',
  ),
  'en/partner-notice': draftText('partner-notice', 'partners', '2027-01-29T08:00', 'Our last post is on 28 February.'),
  'en/announcement-x': draftText(
    'announcement',
    'public',
    '2027-01-29T10:00',
    'We are keeping what we have posted here in our own archive. We answer messages here until 30 March; then we close the inbox.',
    'x',
  ),
  'de/announcement-x': draftText(
    'announcement',
    'public',
    '2027-01-29T10:00',
    'Was wir hier veröffentlicht haben, bewahren wir in unserem Archiv auf.',
    'x',
  ),
};

/** A workspace with an exit and a few drafts of it, written by hand. */
export async function promisesWorkspace(files: Readonly<Record<string, string>> = fewDrafts, exit = exitBlock) {
  const workspace = await draftsWorkspace(exit);
  for (const [name, text] of Object.entries(files)) {
    const file = join(workspace.paths.drafts, `${name}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return workspace;
}
