import type { ExportedLocale, ExportKit } from '../../drafts/export/export-kit.ts';
import { writeDocx } from '../../drafts/export/write-docx.ts';
import { writeEml } from '../../drafts/export/write-eml.ts';
import { writeJson } from '../../drafts/export/write-json.ts';
import { writeMarkdown } from '../../drafts/export/write-markdown.ts';
import { writePage } from '../../drafts/export/write-page.ts';
import { writeText } from '../../drafts/export/write-text.ts';
import { writeXlsx } from '../../drafts/export/write-xlsx.ts';
import { mailKinds } from '../../drafts/mail/draft-mail.ts';
import { type DraftExportFormat, type LeftOutOfExport, toolOfFormat } from '../../model/farewell/draft-export.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { planSchedule } from './plan-schedule.ts';
import type { PlannedExport, PlannedExports } from './planned-exports.ts';

export interface ExportTools {
  /** Of the words in files that are in no language of their own. */
  readonly language: FactLanguage;
  readonly unsubscribe: string | null;
  /** HTML as PDF. */
  print(html: string): Promise<Uint8Array>;
  /** The calendar; remembers what was in it once it is written. */
  calendar(locales: readonly ExportedLocale[]): Promise<Uint8Array>;
}

/** The files of one format. */
export async function planExports(
  format: DraftExportFormat,
  locales: readonly ExportedLocale[],
  kit: ExportKit,
  tools: ExportTools,
): Promise<PlannedExports> {
  const tool = toolOfFormat(format);
  if (tool !== null) return planSchedule(tool, locales, kit);
  if (format === 'eml') return planMails(locales, kit, tools);
  const drafts = locales.flatMap((one) => one.drafts);
  const whole = (name: string, make: () => Promise<Uint8Array>) =>
    only([{ format, locale: null, name, drafts: drafts.length, make }]);
  if (format === 'json') return whole('farewell.json', async () => Buffer.from(writeJson(drafts, kit)));
  if (format === 'xlsx') return whole('farewell-review.xlsx', () => writeXlsx(locales, kit, tools.language));
  if (format === 'ics') return whole('farewell.ics', () => tools.calendar(locales));
  return only(
    locales.map((one) => ({
      format,
      locale: one.locale,
      name: `farewell-${one.locale}.${format}`,
      drafts: one.drafts.length,
      make: () => makeLocale(format, one, kit, tools),
    })),
  );
}

const only = (files: readonly PlannedExport[]): PlannedExports => ({ files, leftOut: [], notes: [] });

async function makeLocale(
  format: DraftExportFormat,
  one: ExportedLocale,
  kit: ExportKit,
  { print }: ExportTools,
): Promise<Uint8Array> {
  if (format === 'docx') return writeDocx(one, kit);
  if (format === 'pdf') return print(writePage(one, kit));
  const write = { md: writeMarkdown, txt: writeText, html: writePage }[format as 'md' | 'txt' | 'html'];
  return Buffer.from(write(one, kit));
}

/** `mail/newsletter-de.eml` */
async function planMails(
  locales: readonly ExportedLocale[],
  kit: ExportKit,
  { unsubscribe }: ExportTools,
): Promise<PlannedExports> {
  const format = 'eml';
  const files: PlannedExport[] = [];
  const leftOut: LeftOutOfExport[] = [];
  const mails = locales.flatMap(({ drafts }) => drafts).filter(({ draft }) => mailKinds.includes(draft.kind));
  for (const { draft } of mails) {
    const { locale, id } = draft;
    const bytes = await writeEml(draft, kit, unsubscribe);
    if (bytes === undefined) {
      const message = 'A mail needs a subject: write it below fields: in its file.';
      leftOut.push({ format, draft: `${locale}/${id}`, reason: 'no-subject', message });
    } else files.push({ format, locale, name: `mail/${id}-${locale}.eml`, drafts: 1, make: async () => bytes });
  }
  const isLinkless = unsubscribe === null && mails.some(({ draft }) => draft.kind === 'newsletter');
  const notes = [
    ...(mails.length === 0 ? ['None of these drafts is sent as mail, so that there is no file for eml.'] : []),
    ...(isLinkless
      ? ['The newsletter has no link to unsubscribe; your mail tool adds it, or give its tag with --unsubscribe TEXT.']
      : []),
  ];
  return { files, leftOut, notes };
}
