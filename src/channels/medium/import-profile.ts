import { load } from 'cheerio';
import type { Profile } from '../../model/finding.ts';
import type { ExportOwner } from '../../model/official-export.ts';
import { nestsTooDeep } from '../reading/export/deep-markup.ts';
import { asUrl } from '../reading/json-reader.ts';

/** Whose export it is, by `profile/profile.html`; undefined for a page that is none of Medium's. */
export function ownerOf(html: string): ExportOwner | undefined {
  if (nestsTooDeep(html)) return undefined;
  const $ = load(html);
  const card = $('.h-card').first();
  const lines = card.find('li').get();
  const line = lines.map((item) => $(item).text().trim()).find((text) => text.startsWith('Medium user ID:'));
  const id = /:\s*([0-9a-f]{8,16})$/.exec(line ?? '')?.[1] ?? null;
  const url = asUrl(card.find('a.u-url').first().attr('href'));
  const handle = /\/@([^/?#]+)/.exec(url ?? '')?.[1] ?? null;
  if (id === null && handle === null) return undefined;
  const name = card.find('.p-name').first().text().trim();
  return { id, handle, name: name === '' ? null : name, url };
}

export function profileOf(html: string): Profile | undefined {
  const owner = ownerOf(html);
  if (owner === undefined) return undefined;
  const avatarUrl = asUrl(load(html)('.h-card img.u-photo').first().attr('src'));
  // The day the account was made is said without its zone.
  return { ...owner, bio: null, avatarUrl, followers: null, following: null, since: null, state: 'open' };
}
