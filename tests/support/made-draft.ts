import type { Draft } from '../../src/model/farewell/draft.ts';

/** A draft of its own making, where it does not matter what it was made from. */
export function madeDraft(parts: Partial<Draft> = {}): Draft {
  return {
    id: 'announcement-x',
    kind: 'announcement',
    locale: 'de',
    address: 'formal',
    channel: 'x',
    audience: 'public',
    publishAt: '2027-01-29T10:00',
    fields: {},
    text: 'Wir ziehen um.',
    template: 'de/announcement/short',
    ...parts,
  };
}
