import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { systemErrorCode } from '../../base/known-error.ts';
import { askLimits } from '../../channels/mastodon/ask-limits.ts';
import { PlainSite } from '../../crawl/seeds/plain-site.ts';
import type { Limit } from '../../model/channel.ts';
import type { KnownFact } from '../../model/fact.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';

/** What the server of a channel states of itself, by the channel's id. */
export type ServerLimits = Readonly<Record<string, readonly KnownFact<Limit>[]>>;

const ANSWER_MS = 10_000;

function fileOf({ paths }: Pick<Workspace, 'paths'>): string {
  return join(paths.internal, 'server-limits.json');
}

/** As they were asked last; {} where nobody has asked, or the file is no more what was written. */
export async function serverLimits(workspace: Pick<Workspace, 'paths'>): Promise<ServerLimits> {
  try {
    const kept: unknown = JSON.parse(await readFile(fileOf(workspace), 'utf8'));
    return typeof kept === 'object' && kept !== null ? (kept as ServerLimits) : {};
  } catch (error) {
    if (error instanceof SyntaxError || systemErrorCode(error) === 'ENOENT') return {};
    throw error;
  }
}

/** One server that was asked. */
export interface AskedServer {
  readonly channel: string;
  /** `https://social.example` */
  readonly server: string;
  /** How many characters a post may have there; null when the server did not say. */
  readonly post: number | null;
}

/**
 * Asks the server of each channel in the fediverse for its limits, and keeps the answers. One that does not answer keeps what it
 * said before.
 * @throws KnownError those of opening a workspace
 */
export async function askServers(
  place: WorkspacePlace,
  { clock, signal }: Pick<JourneyContext, 'clock' | 'signal'>,
): Promise<readonly AskedServer[]> {
  const workspace = await requireWorkspace(place);
  const { publicOnly = false, robots = 'obey' } = workspace.config.archive;
  const site = new PlainSite({ signal, clock, robots, delayMs: 0, publicOnly, answerMs: ANSWER_MS });
  const asked: AskedServer[] = [];
  const known: Record<string, readonly KnownFact<Limit>[]> = { ...(await serverLimits(workspace)) };
  try {
    for (const { id, platform, url } of workspace.config.channels) {
      if (platform !== 'mastodon') continue;
      const { origin } = new URL(url);
      const limits = await askLimits(origin, site, clock.now().toISOString().slice(0, 10));
      const post = limits.find(({ value }) => value.what === 'post')?.value.most ?? null;
      asked.push({ channel: id, server: origin, post });
      if (limits.length > 0) known[id] = limits;
    }
  } finally {
    site.close();
  }
  await writeFileAtomic(fileOf(workspace), `${JSON.stringify(known, null, 2)}\n`);
  return asked;
}
