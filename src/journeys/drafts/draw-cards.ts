import { lstat, mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { KnownError } from '../../base/known-error.ts';
import { openShooter } from '../../crawl/shoot-page.ts';
import type { CardFormat } from '../../model/farewell/card-format.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { cannotWrite } from '../cannot-write.ts';
import { cardLook } from './card-look.ts';
import { drawCard, type RefusedCard } from './draw-card.ts';
import { keptDrafts } from './kept-drafts.ts';

export interface DrawCardsInput {
  /** [] is all. */
  readonly locales: readonly FarewellLocale[];
  readonly formats: readonly CardFormat[];
  /** undefined: `exports/cards/` of the workspace, where cards are made anew each time, and one that is refused is no more. */
  readonly out: string | undefined;
  /** Replace what is there in `out`. */
  readonly force: boolean;
  readonly browserPath?: string | undefined;
}

export interface DrawnCard {
  readonly id: string;
  readonly locale: FarewellLocale;
  readonly format: CardFormat;
  /** Absolute. */
  readonly file: string;
  /** Beside it, what people hear who do not see it; null of a card that is printed. */
  readonly altFile: string | null;
  readonly bytes: number;
}

export interface DrawnCards {
  readonly folder: string;
  readonly cards: readonly DrawnCard[];
  /** Those that would not look right; nothing of them is written. */
  readonly refused: readonly RefusedCard[];
}

interface PlannedCard {
  readonly draft: Draft;
  readonly format: CardFormat;
  readonly file: string;
}

/**
 * Draws the image cards and the card for shops from their drafts, as the files are now. Each file appears whole or not at all, and
 * none before all are drawn.
 * @throws KnownError `cards.no-draft`, `cards.contrast`, `cards.no-page`, `cards.page-too-long`, `cards.exists`,
 * `cards.cannot-write`, `exit.logo`, `shoot.failed`, `print.failed`, those of finding a browser, of drafts, exit and workspace
 */
export async function drawCards(
  input: DrawCardsInput,
  place: WorkspacePlace,
  { signal }: Pick<JourneyContext, 'signal'>,
): Promise<DrawnCards> {
  const workspace = await requireWorkspace(place);
  const facts = requireExit(workspace.config);
  const folder = input.out === undefined ? join(workspace.paths.exports, 'cards') : resolve(place.cwd, input.out);
  const planned = await plannedCards(workspace, input, folder);
  if (input.out !== undefined && !input.force) await refuseThere(planned);
  const lookIn = await cardLook(workspace, facts);
  const { browserPath } = input;
  const shooter = await openShooter(browserPath, signal);
  const drawn: { readonly card: PlannedCard; readonly bytes: Uint8Array }[] = [];
  const refused: { readonly card: PlannedCard; readonly because: RefusedCard }[] = [];
  try {
    for (const card of planned) {
      const tools = { look: lookIn(card.draft.locale), facts, shooter, signal, browserPath };
      const made = await drawCard(card.draft, card.format, tools);
      if ('bytes' in made) drawn.push({ card, ...made });
      else refused.push({ card, because: made });
    }
  } finally {
    await shooter.close();
  }
  const cards: DrawnCard[] = [];
  for (const { card, bytes } of drawn) cards.push(await put(card, bytes));
  // What was drawn of other words would be taken for what holds now.
  if (input.out === undefined) await takeAway(refused.map(({ card }) => card));
  return { folder, cards, refused: refused.map(({ because }) => because) };
}

async function plannedCards(
  workspace: Workspace,
  { locales, formats }: DrawCardsInput,
  folder: string,
): Promise<readonly PlannedCard[]> {
  const kinds = { square: 'image-card', wide: 'image-card', story: 'image-card', shop: 'service-card' } as const;
  const drafts = (await keptDrafts(workspace, locales)).map(({ draft }) => draft);
  const planned = drafts.flatMap((draft) =>
    formats
      .filter((format) => kinds[format] === draft.kind)
      .map((format) => {
        const name = `${draft.id}-${format}.${format === 'shop' ? 'pdf' : 'png'}`;
        return { draft, format, file: join(folder, draft.locale, name) };
      }),
  );
  if (planned.length > 0) return planned;
  const wanted = [...new Set(formats.map((format) => kinds[format]))].join(' or ');
  const where = locales.length === 0 ? '' : ` in ${locales.join(', ')}`;
  throw new KnownError('cards.no-draft', `There is no ${wanted}${where} to draw.`, {
    hint: 'Write the drafts first: lastpost draft write',
    exitCode: 2,
  });
}

async function refuseThere(planned: readonly PlannedCard[]): Promise<void> {
  for (const { file } of planned) {
    if ((await lstat(file).catch(() => undefined)) === undefined) continue;
    throw new KnownError('cards.exists', `${file} is already there.`, {
      hint: 'Add --force to replace it, or choose another folder with --out.',
    });
  }
}

async function takeAway(cards: readonly PlannedCard[]): Promise<void> {
  for (const card of cards) {
    await rm(card.file, { force: true });
    await rm(altFileOf(card) ?? card.file, { force: true });
  }
}

const altFileOf = ({ format, file }: PlannedCard): string | null =>
  format === 'shop' ? null : file.replace(/png$/, 'txt');

/** The words first: a picture without them looks finished. */
async function put(card: PlannedCard, bytes: Uint8Array): Promise<DrawnCard> {
  const { draft, format, file } = card;
  const { id, locale, fields } = draft;
  const altFile = altFileOf(card);
  try {
    await mkdir(dirname(file), { recursive: true });
    if (altFile !== null) await writeFileAtomic(altFile, `${fields.alt ?? ''}\n`);
    await writeFileAtomic(file, bytes);
  } catch (error) {
    throw cannotWrite('cards.cannot-write', file, error);
  }
  return { id, locale, format, file, altFile, bytes: bytes.length };
}
