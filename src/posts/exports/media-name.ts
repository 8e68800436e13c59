import type { PostMedia } from '../../model/post.ts';

/** Types as servers name them, and the endings that every system opens with the right program. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
  'image/vnd.microsoft.icon': 'ico',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/mp2t': 'ts',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/flac': 'flac',
  'audio/webm': 'weba',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/epub+zip': 'epub',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'text/vtt': 'vtt',
};

const KNOWN = new Set(Object.values(ENDINGS));

/**
 * The ending for a medium's file, without the dot. What could be run by opening it (a page, a script, a program) is called
 * `bin`: its bytes are kept, and nobody starts it by a click.
 */
export function mediaEnding({ url, file }: Pick<PostMedia, 'url' | 'file'>, mime: string | null): string {
  const byType = ENDINGS[(mime ?? '').toLowerCase()];
  if (byType !== undefined) return byType;
  const path = file ?? (URL.canParse(url) ? new URL(url).pathname : '');
  const inAddress = (/\.([a-z0-9]{2,4})$/i.exec(path)?.[1] ?? '').toLowerCase().replace('jpeg', 'jpg');
  return KNOWN.has(inAddress) ? inAddress : 'bin';
}
