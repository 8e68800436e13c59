import { type Site, textReply } from '../http/reply.ts';

/** One message to the webhook in the workshop. */
export interface Ring {
  /** `Idempotency-Key`, by which a message that comes twice is known; null without one. */
  readonly key: string | null;
  /** The JSON as it came. */
  readonly body: string;
}

export const DOORBELL_PATH = '/ring';

/** A webhook that rings the bell in the workshop, and remembers what it was told; the same message twice rings once. */
export function doorbell(): { readonly site: Site; readonly rings: readonly Ring[] } {
  const rings: Ring[] = [];
  const site: Site = ({ method, path, headers, body }) => {
    if (path !== DOORBELL_PATH) return textReply('text/plain', 'No bell here\n', { status: 404 });
    if (method !== 'POST')
      return textReply('text/plain', 'Ring with POST\n', { status: 405, headers: { Allow: 'POST' } });
    const given = headers['idempotency-key'];
    const key = typeof given === 'string' ? given : null;
    if (key === null || rings.every((ring) => ring.key !== key)) rings.push({ key, body });
    return textReply('text/plain', 'Ding\n');
  };
  return { site, rings };
}
