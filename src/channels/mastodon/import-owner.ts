import type { ExportFile, ExportOwner } from '../../model/official-export.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import { asObject, asText, asUrl, type JsonObject } from '../reading/json-reader.ts';
import { linksOf } from './read-media.ts';

const actors = new Set(['Person', 'Service', 'Group', 'Organization', 'Application']);

/** The account of an archive; undefined for any other JSON file of that name. */
export async function readActorFile(file: ExportFile): Promise<JsonObject | undefined> {
  const actor = asObject(await readJsonFile(file));
  const isActor = actors.has(asText(actor?.type) ?? '') && asUrl(actor?.id) !== null;
  return isActor && (actor?.preferredUsername !== undefined || actor?.inbox !== undefined) ? actor : undefined;
}

export function ownerOf(actor: JsonObject): ExportOwner {
  const id = asUrl(actor.id);
  const name = asText(actor.preferredUsername);
  return {
    id,
    handle: name === null || id === null ? name : `${name}@${new URL(id).host}`,
    name: asText(actor.name),
    url: linksOf(actor.url)[0]?.url ?? id,
  };
}

/** All that an outbox alone says of whose it is: the address of whoever acts in it. */
export function ownerByAddress(address: string | null): ExportOwner {
  const id = asUrl(address);
  const last = id === null ? undefined : new URL(id).pathname.split('/').filter(Boolean).at(-1);
  const name = last?.replace(/^@/, '');
  const handle = name === undefined || id === null ? null : `${name}@${new URL(id).host}`;
  return { id, handle, name: null, url: id };
}

/** When Mastodon packed it stands in the name it gives the archive: `archive-20250102030405-….zip`, in UTC. */
export function packedAtByName(names: readonly string[]): string | null {
  for (const name of names) {
    const [, year, month, day, hour, minute, second] =
      /^archive-(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]{16,}/.exec(name) ?? [];
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    if (year !== undefined && !Number.isNaN(Date.parse(iso))) return iso;
  }
  return null;
}
