import type { ChannelPlace } from '../../model/channel.ts';
import type { Chat } from './import-chats.ts';
import { channelName } from './seeds.ts';

/** What an export says of the one chat that is the channel; `problem` where it cannot be told. */
export type ChosenChat = { readonly chat: Chat } | { readonly problem: string };

export const isChannel = ({ type }: Chat): boolean => /^(public|private)_(channel|supergroup)$/.test(type ?? '');

/**
 * The chat that is the channel. An export of one chat was chosen by a person; in the export of an account the channels it
 * reads lie beside its own, and names alone tell them apart: the export has no addresses.
 */
export function chooseChat(chats: readonly Chat[], place: ChannelPlace): ChosenChat | undefined {
  const channels = chats.filter(isChannel);
  const [first] = channels;
  if (first === undefined) return undefined;
  if (chats.length === 1) return { chat: first };
  const wanted = plain(channelName(place));
  for (const fits of [(name: string) => name === wanted, (name: string) => isAlike(name, wanted)]) {
    const [found, ...others] = channels.filter(({ name }) => fits(plain(name ?? '')));
    if (found !== undefined && others.length === 0) return { chat: found };
    if (found !== undefined) break;
  }
  const named = channels.slice(0, 10).map(({ name }) => `"${name}"`);
  return {
    problem: `${channels.length} channels are in it (${named.join(', ')}), and it does not say which of them is ${channelName(place)}: export that channel by itself (⋮, Export chat history, JSON)`,
  };
}

function isAlike(name: string, wanted: string): boolean {
  return name.length > 3 && wanted.length > 3 && (name.includes(wanted) || wanted.includes(name));
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
