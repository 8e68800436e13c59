import type { LeftOut } from '../../model/official-export.ts';
import { type XmlNode, xmlText } from '../reading/export/xml-records.ts';
import { asUrl } from '../reading/json-reader.ts';
import { idOf } from './import-item.ts';
import { holdsPosts } from './rest-types.ts';

export type ItemKind =
  | { readonly kind: 'public' | 'media' | LeftOut }
  /** Why it cannot be read, for people. */
  | { readonly problem: string };

/** What plugins keep as posts and show to nobody: orders, forms, what came in by them, tables, redirects. */
const innerTypes =
  /^(revision|shop_\w+|scheduled-action|wpcf7\w*|flamingo_\w+|wpforms\w*|nf_sub|mc4wp-form|popup\w*|tablepress_table|redirect_rule|vip-legacy-redirect|safecss|sidebar|wpcode|is_search_form|ml-slider|frm_\w+|give_payment|edd_payment|wp_\w+|spam)$/;

const byStatus: ReadonlyMap<string, 'public' | LeftOut> = new Map([
  ['publish', 'public'],
  ['private', 'private'],
  ['draft', 'drafts'],
  ['auto-draft', 'drafts'],
  ['pending', 'drafts'],
  ['future', 'scheduled'],
  ['trash', 'deleted'],
]);

/**
 * What an item is, by its type and its status. A password makes a published post private.
 * @see https://wordpress.org/documentation/article/post-status/
 */
export function whatItIs(item: XmlNode): ItemKind {
  const type = xmlText(item, 'wp:post_type');
  const status = xmlText(item, 'wp:status');
  if (type === 'attachment') return readMedium(item);
  if (type === null || status === null) return { problem: `it does not say its ${type === null ? 'type' : 'status'}` };
  if (!holdsPosts(type) || innerTypes.test(type)) return { kind: 'others' };
  const kind = byStatus.get(status) ?? 'others';
  if (idOf(item) === null) return { problem: 'it has no number' };
  return kind === 'public' && xmlText(item, 'wp:post_password') !== null ? { kind: 'private' } : { kind };
}

function readMedium(item: XmlNode): ItemKind {
  const url = asUrl(xmlText(item, 'wp:attachment_url') ?? xmlText(item, 'guid'), 'https://a.example/');
  if (url !== null && xmlText(item, 'wp:post_id') !== null) return { kind: 'media' };
  return { problem: 'it is a picture or file without an address or a number' };
}
