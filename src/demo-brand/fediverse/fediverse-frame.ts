import type { OthersToot, Toot } from './load-toots.ts';

/** The account as its server knows it. */
export interface FediverseFrame {
  /** `http://127.0.0.1:8404`, no slash at the end. */
  readonly origin: string;
  readonly blogUrl: string;
  readonly kettenblattUrl: string;
}

export const USER = 'brandt';
export const NAME = 'Brandt & Söhne';
export const ACCOUNT_ID = '109330000000000001';
export const PROFILE_PATH = `/@${USER}`;
export const LIST_PATH = `/api/v1/accounts/${ACCOUNT_ID}/statuses`;
/** As many as this server gives at once, whatever is asked for. */
export const PAGE_SIZE = 20;
/** As many as one page of the profile shows. */
export const PROFILE_PAGE_SIZE = 20;

export function tootPath({ id, boosts }: Toot): string {
  return boosts === undefined ? `${PROFILE_PATH}/${id}` : `/users/${USER}/statuses/${id}/activity`;
}

export function picturePath(file: string): string {
  return `/media/${file}.jpg`;
}

export function filmPath(file: string): string {
  return `/media/films/${file}.mp4`;
}

export function othersUrl({ by, id }: OthersToot): string {
  return `${by.url}/${id}`;
}

export function othersUri({ by, id }: OthersToot): string {
  return `${by.url.replace('/@', '/users/')}/statuses/${id}`;
}
