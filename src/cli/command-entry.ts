import type { CommandSpec } from './command-spec.ts';

export interface CommandEntry {
  /** `snapshot take`, or one word. The file is `commands/<noun>/<verb>.ts` or `commands/<word>.ts`. */
  readonly name: string;
  /** One line for the lists. It stands here so that a list of commands loads none of them. */
  readonly summary: string;
  readonly load: () => Promise<CommandSpec>;
}
