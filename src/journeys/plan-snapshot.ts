import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { KnownError } from '../base/known-error.ts';
import { adapterOf } from '../channels/registry.ts';
import type { ChannelScope } from '../model/channel.ts';
import type { CommentsPolicy } from '../model/comments-policy.ts';
import { crawlDefaults, defaultReuseMs } from '../model/crawl-defaults.ts';
import type { CrawlPlan, Scope } from '../model/crawl-plan.ts';
import type { RobotsDecision } from '../model/robots-report.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { snapshotStamp } from '../vault/folder-vault.ts';
import type { ArchiveSettings, Channel } from '../workspace/config.ts';
import {
  openNearestWorkspace,
  requireChannel,
  type Workspace,
  type WorkspacePlace,
} from '../workspace/open-workspace.ts';
import { readBehaviours } from '../workspace/read-behaviours.ts';
import { type BrowserRequest, planBrowser, planBrowserPath } from './plan-browser.ts';
import { planPlace } from './plan-place.ts';

/** What a person said about a snapshot; everything they left out is undefined. */
export interface SnapshotRequest extends BrowserRequest {
  /** An address, or the id of a channel. */
  readonly url?: string | undefined;
  readonly out?: string | undefined;
  readonly channel?: string | undefined;
  readonly title?: string | undefined;
  readonly force: boolean;
  readonly unfinished?: 'resume' | 'fresh' | undefined;
  readonly headed: boolean;
  readonly scope?: Scope['kind'] | undefined;
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
  readonly depth?: number | undefined;
  readonly maxPages?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  readonly pageTimeMs?: number | undefined;
  readonly workers?: number | undefined;
  readonly delayMs?: number | undefined;
  readonly robots?: 'obey' | 'ignore' | undefined;
  readonly sitemaps: boolean;
  readonly userAgent?: string | undefined;
  readonly secretParameters: readonly string[];
  readonly publicOnly?: boolean | undefined;
  /** Absolute path of a cookies file. */
  readonly cookiesFile?: string | undefined;
  /** False: do not use the login that `channel login` kept. */
  readonly login?: boolean;
  /** Open every page, also those that have not changed since the snapshot before. */
  readonly full?: boolean;
  /** What becomes of other people's comments in the list of posts. */
  readonly comments?: CommentsPolicy | undefined;
  /** Paths of behaviours beside those of the workspace. */
  readonly behaviours?: readonly string[];
}

function usage(code: string, message: string, hint: string): KnownError {
  return new KnownError(code, message, { hint, exitCode: 2 });
}

/**
 * An address as people type it → absolute http(s). `blog.example.org` gets https.
 * @throws KnownError `usage.bad-address`
 */
export function webAddress(text: string): string {
  const typed = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || /[\s"<>]/.test(text)) {
    throw usage('usage.bad-address', `"${text}" is no web address.`, 'Write it like https://blog.example.org');
  }
  return url.href;
}

/** A server on this machine belongs to whoever asks. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^127\.|^\[::1\]$|(^|\.)localhost$/.test(hostname);
}

function planScope(
  request: SnapshotRequest,
  channel: Channel | undefined,
  ofPlatform: ChannelScope | undefined,
): Scope {
  const depth = request.depth ?? channel?.depth ?? crawlDefaults.scope.maxDepth;
  const said = request.scope ?? channel?.scope;
  // Whoever says how far it goes means that, and not what the platform's account would take in besides.
  const usual = said === undefined ? ofPlatform : undefined;
  return {
    kind: said ?? ofPlatform?.kind ?? crawlDefaults.scope.kind,
    include: [...(usual?.include ?? []), ...(channel?.include ?? []), ...request.include],
    exclude: [...(usual?.exclude ?? []), ...(channel?.exclude ?? []), ...request.exclude],
    maxDepth: depth,
  };
}

/** Undefined: every page is opened. */
function planReuse({ full }: SnapshotRequest, settings: ArchiveSettings, channel: Channel | undefined) {
  const usual = channel?.reuseMs ?? settings.reuseMs ?? defaultReuseMs;
  return full || usual === 0 ? undefined : usual;
}

function whoDecidedOnRobots(request: SnapshotRequest, settings: ArchiveSettings): RobotsDecision {
  if (request.robots !== undefined) return 'option';
  return settings.robots === undefined ? 'default' : 'lastpost.yaml';
}

function planCrawl(
  request: SnapshotRequest,
  url: string,
  settings: ArchiveSettings,
  channel: Channel | undefined,
  ofPlatform: ChannelScope | undefined,
): Omit<CrawlPlan, 'seeds'> {
  const { limits, politeness } = crawlDefaults;
  // A server on this machine belongs to whoever asks; waiting between its pages is for nobody's good.
  const delayMs = request.delayMs ?? settings.delayMs ?? (isLoopback(url) ? 0 : politeness.delayMs);
  const userAgent = request.userAgent ?? settings.userAgent;
  return {
    scope: planScope(request, channel, ofPlatform),
    limits: {
      maxPages: request.maxPages ?? settings.maxPages ?? limits.maxPages,
      maxBytes: request.maxBytes ?? settings.maxBytes ?? limits.maxBytes,
      maxTimeMs: request.maxTimeMs ?? settings.maxTimeMs ?? limits.maxTimeMs,
      pageTimeMs: request.pageTimeMs ?? settings.pageTimeMs ?? limits.pageTimeMs,
    },
    politeness: {
      robots: request.robots ?? settings.robots ?? politeness.robots,
      robotsDecidedBy: whoDecidedOnRobots(request, settings),
      delayMs,
      ...(userAgent === undefined ? {} : { userAgent }),
    },
    workers: request.workers ?? settings.workers ?? crawlDefaults.workers,
    sitemaps: request.sitemaps && (settings.sitemaps ?? crawlDefaults.sitemaps),
    ...planBrowser(request, settings, channel),
    secretParameters: [...settings.secretParameters, ...request.secretParameters],
    bounds: { ...crawlDefaults.bounds, ...settings.bounds },
    publicOnly: request.publicOnly || (settings.publicOnly ?? crawlDefaults.publicOnly),
  };
}

/** Where an address is expected people also type a channel's id, as everywhere else. A lone word of no channel is a host. */
function idAsChannel(request: SnapshotRequest, workspace: Workspace | undefined): SnapshotRequest {
  if (request.channel !== undefined || !workspace?.config.channels.some(({ id }) => id === request.url)) return request;
  return { ...request, channel: request.url, url: undefined };
}

/** The channel that was named, or the one whose address was given. */
function chooseChannel(workspace: Workspace | undefined, request: SnapshotRequest): Channel | undefined {
  if (request.channel === undefined) {
    const url = request.url === undefined ? undefined : webAddress(request.url);
    return workspace?.config.channels.find((channel) => webAddress(channel.url) === url);
  }
  if (workspace !== undefined) return requireChannel(workspace, request.channel);
  throw usage(
    'workspace.not-found',
    `--channel ${request.channel} needs a workspace, and there is none here or above.`,
    'Name its folder with --workspace DIR, or leave --channel out and say where to write with --out FILE.',
  );
}

/** `blog.example.org-20261123T093000Z.wacz` in the folder the person is in. */
function fileHere(cwd: string, url: string, clock: Clock): string {
  const host = new URL(url).host.replace(/[^a-z0-9.-]/gi, '-');
  return join(cwd, `${host}-${snapshotStamp(clock.now())}.wacz`);
}

/**
 * Completes what a person asked for with the channel's and the workspace's settings and the defaults, in that order.
 * Without --out a channel's snapshot goes to the vault and any other one into the current folder.
 * @throws KnownError `usage.missing-argument`, `usage.bad-address`, `channel.unknown`, `behaviour.unreadable`, and those of
 * opening a workspace, of `planBrowser` and of `planPlace`
 */
export async function planSnapshot(
  asked: SnapshotRequest,
  place: WorkspacePlace,
  clock: Clock,
): Promise<TakeSnapshotInput> {
  const workspace = await openNearestWorkspace(place);
  const request = idAsChannel(asked, workspace);
  const channel = chooseChannel(workspace, request);
  const given = request.url ?? channel?.url;
  if (given === undefined) {
    throw usage(
      'usage.missing-argument',
      'There is no address to begin with.',
      'Give one: lastpost snapshot take https://blog.example.org',
    );
  }
  const url = webAddress(given);
  const title = request.title ?? channel?.title;
  const browserPath =
    planBrowserPath(request.browserPath, place.cwd) ??
    planBrowserPath(workspace?.config.archive.browser, workspace?.dir ?? place.cwd);
  const own = await readBehaviours(workspace?.paths.behaviours, request.behaviours ?? []);
  const { place: whose, isAccount, scope } = planPlace(url, channel);
  const { behaviour } = adapterOf(whose.platform);
  const scripts = [...(behaviour === undefined ? [] : [behaviour]), ...own];
  const settings = workspace?.config.archive ?? { secretParameters: [] };
  const out = request.out ?? (channel === undefined ? fileHere(place.cwd, url, clock) : undefined);
  return {
    url,
    force: request.force,
    headed: request.headed,
    plan: {
      ...planCrawl(request, url, settings, channel, scope),
      ...(scripts.length === 0 ? {} : { behaviours: scripts }),
    },
    place: whose,
    // Who says that the page alone is meant does not want the account's lists.
    isAccount: isAccount && request.scope !== 'page',
    comments: request.comments ?? settings.comments ?? 'keep',
    keptLogin: request.login ?? true,
    ...saidOnly({
      out,
      isNamedByUs: out === undefined ? undefined : request.out === undefined,
      unfinished: request.unfinished,
      reuseMs: planReuse(request, settings, channel),
      channel: channel?.id,
      title,
      browserPath,
      workspaceDir: workspace?.dir,
      cookiesFile: request.cookiesFile,
    }),
  };
}

type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same without what nobody said. */
function saidOnly<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
