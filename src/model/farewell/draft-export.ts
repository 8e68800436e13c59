import { type PublishingTool, publishingTools } from './exit-facts.ts';

/** What the drafts can be handed over as. */
export const draftExportFormats = [
  'md',
  'txt',
  'html',
  'pdf',
  'docx',
  'xlsx',
  'json',
  'eml',
  'ics',
  'csv:sprout',
  'csv:hootsuite',
  'csv:socialbee',
  'csv:ayrshare',
  'csv:publer',
  'csv:buffer',
] as const;

export type DraftExportFormat = (typeof draftExportFormats)[number];

/** The tool that a format is for; null for those that are for no tool. */
export function toolOfFormat(format: DraftExportFormat): PublishingTool | null {
  return publishingTools.find((tool) => format === `csv:${tool}`) ?? null;
}

/** A draft that is not in a file which it was asked for, and why. */
export interface LeftOutOfExport {
  readonly format: DraftExportFormat;
  /** `de/announcement-x` */
  readonly draft: string;
  readonly reason: LeftOutReason;
  /** One English sentence. */
  readonly message: string;
}

export const leftOutReasons = [
  'no-post',
  'no-time',
  'past',
  'too-soon',
  'no-such-time',
  'shown-twice',
  'odd-minute',
  'too-close',
  'thread',
  'no-platform',
  'twice',
  'no-subject',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];
