import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { KnownError } from '../../base/known-error.ts';
import { messageLimits } from '../../channels/message-limits.ts';
import { adapterOf } from '../../channels/registry.ts';
import { foldsKnown } from '../../drafts/counting/limits-in-force.ts';
import type { PreviewAccount, PreviewDraft } from '../../drafts/preview/preview-draft.ts';
import { previewPage } from '../../drafts/preview/preview-page.ts';
import type { Limit } from '../../model/channel.ts';
import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { overrideFacts } from '../../model/override-facts.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { openBrowser } from '../../replay/open-browser.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { exitDraft } from '../../workspace/require-exit.ts';
import { cannotWrite } from '../cannot-write.ts';
import { refuseExisting } from '../put-signed.ts';
import { readerLanguage } from '../reader-language.ts';
import { countDraft, keptChannels } from './count-draft.ts';
import { nameOfPerson } from './exported-drafts.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

export interface PreviewDraftsInput {
  /** [] is all. */
  readonly locales: readonly FarewellLocale[];
  /** Of what the page says itself; undefined: that of the brand. */
  readonly language: FactLanguage | undefined;
  /** undefined: `exports/preview.html` of the workspace, made anew each time. */
  readonly out: string | undefined;
  /** Replace what is there in `out`. */
  readonly force: boolean;
  /** Open the person's browser. */
  readonly open: boolean;
}

export interface DraftsPreview {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  readonly drafts: number;
  /** False when no browser was opened, because none was wanted or none could be. */
  readonly opened: boolean;
}

/**
 * Writes one page that shows every draft as its platform shows it, from the files as they are now. It appears whole or not at all.
 * @throws KnownError `preview.no-draft`, `preview.exists`, `preview.cannot-write`, those of drafts, workspace and ledger
 */
export async function previewDrafts(
  input: PreviewDraftsInput,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<DraftsPreview> {
  const workspace = await requireWorkspace(place);
  const { locales, out, force, open } = input;
  const file = out === undefined ? join(workspace.paths.exports, 'preview.html') : resolve(place.cwd, out);
  if (out !== undefined) await refuseExisting(file, force, 'preview');
  const kept = await keptDrafts(workspace, locales);
  if (kept.length === 0) throw noDraft(locales);
  const language = await readerLanguage({ lang: input.language, as: undefined }, place);
  const frame = { brand: workspace.config.brand.name, zone: zoneOf(workspace), language };
  const channels = await keptChannels(workspace, clock.now());
  const page = previewPage(
    kept.map((one) => previewed(one, workspace, channels, clock.now())),
    frame,
  );
  await put(file, page);
  const opened = open && (await openBrowser(pathToFileURL(file).href));
  return { file, bytes: Buffer.byteLength(page), drafts: kept.length, opened };
}

function zoneOf({ config }: Workspace): string {
  return exitDraft(config).facts.timezone ?? config.timezone ?? 'UTC';
}

function previewed(
  { draft, file, state, approval }: KeptDraft,
  { dir, config }: Workspace,
  channels: readonly DraftChannel[],
  now: Date,
): PreviewDraft {
  const channel = config.channels.find(({ id }) => id === draft.channel);
  const limits =
    channel === undefined
      ? []
      : overrideFacts(adapterOf(channel.platform).facts, channel.facts, now.toISOString().slice(0, 10)).limits;
  const mail =
    draft.kind === 'newsletter' ? messageLimits.newsletter.map(({ value }) => [value.what, value] as const) : [];
  return {
    draft,
    file: relative(dir, file).replaceAll(sep, '/'),
    account: accountOf(draft.channel, config, channels),
    folds: foldsKnown(limits),
    cuts: Object.fromEntries<Limit>(mail),
    counts: countDraft(draft, channels),
    state,
    approvedBy: approval && nameOfPerson(config, approval.by),
  };
}

/** Of a channel that lastpost.yaml does not have any more, the id is all that is known. */
function accountOf(
  id: string | null,
  { brand, channels }: Workspace['config'],
  places: readonly DraftChannel[],
): PreviewAccount | null {
  if (id === null) return null;
  const place = places.find((one) => one.id === id);
  const platform = channels.find((one) => one.id === id)?.platform ?? id;
  const { name = null, handle = null, platform: platformName = id } = place ?? {};
  return { platform, platformName, name: name ?? brand.name, handle };
}

async function put(file: string, page: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, page);
  } catch (error) {
    throw cannotWrite('preview.cannot-write', file, error, 'place with --out');
  }
}

function noDraft(locales: readonly FarewellLocale[]): KnownError {
  const where = locales.length === 0 ? '' : ` in ${locales.join(', ')}`;
  return new KnownError('preview.no-draft', `There is no draft${where} to show.`, {
    hint: 'Write the drafts first: lastpost draft write',
    exitCode: 2,
  });
}
