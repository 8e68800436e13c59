import type { Advanced } from '../../model/run/run-requests.ts';
import type { Ask } from '../ask.ts';
import type { CommandContext } from '../command-spec.ts';

/** `later` leaves a step as it is; after `stop` nothing more is asked. */
export type Answer = 'recorded' | 'later' | 'stop';

/** Who is spoken with, and about which run. */
export interface Talk {
  readonly run: string;
  readonly person: string;
  readonly ask: Ask;
  readonly context: CommandContext;
  advance(): Promise<Advanced>;
}

/** What follows where nothing is recorded: at the end of the input nobody is there any more. */
export function leftAs(chosen: string | undefined): Answer {
  return chosen === undefined ? 'stop' : 'later';
}
