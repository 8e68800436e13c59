import { readFileSync } from 'node:fs';
import { demoFolder } from '../http/asset-folder.ts';

/** Somebody else with an account. */
export interface XPerson {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export interface OthersXPost {
  readonly id: string;
  readonly by: XPerson;
  /** UTC ISO 8601, to the second. */
  readonly date: string;
  readonly text: string;
}

export interface XPost {
  /** Number of its first version. */
  readonly id: string;
  /** Numbers of all its versions, the newest last. */
  readonly versions: readonly string[];
  readonly date: string;
  /** When its newest version was made. */
  readonly editedAt: string;
  readonly language: 'de' | 'en';
  readonly text: string;
  /** Its words before it was edited, the oldest first. */
  readonly olderTexts: readonly { readonly id: string; readonly date: string; readonly text: string }[];
  readonly images: readonly { readonly file: string; readonly alt: string }[];
  readonly film?: { readonly file: string; readonly alt: string };
  readonly likes: number;
  readonly isPinned: boolean;
  /** Id of the brand's own post that this one goes on from. */
  readonly after?: string;
  readonly answers?: OthersXPost;
  readonly quotes?: OthersXPost;
  readonly passesOn?: OthersXPost;
  /** Taken off the page after the export was made. */
  readonly isGone: boolean;
  /** Deleted before the export was made, which lists it apart. */
  readonly deletedAt?: string;
  /** Its picture is missing in the export. */
  readonly isLost: boolean;
}

export interface XMessage {
  readonly date: string;
  /** A person's key, or the brand's handle. */
  readonly from: string;
  readonly text: string;
}

export interface XAccountTexts {
  /** Newest first. */
  readonly posts: readonly XPost[];
  readonly directMessages: readonly { readonly with: XPerson; readonly messages: readonly XMessage[] }[];
}

interface OthersSource {
  readonly by: string;
  readonly date: string;
  readonly text: string;
}

interface PostSource extends Pick<XPost, 'date' | 'language' | 'text' | 'likes' | 'film'> {
  readonly key?: string;
  readonly after?: string;
  readonly before?: readonly (readonly [date: string, text: string])[];
  readonly images?: readonly string[];
  readonly pinned?: true;
  readonly gone?: true;
  readonly lost?: true;
  readonly deleted?: string;
  readonly answers?: OthersSource;
  readonly quotes?: OthersSource;
  readonly passesOn?: OthersSource;
}

interface SourceFile {
  readonly people: Readonly<Record<string, XPerson>>;
  readonly alts: Readonly<Record<string, string>>;
  readonly directMessages: readonly {
    readonly with: string;
    readonly messages: readonly (readonly [date: string, from: string, text: string])[];
  }[];
  readonly posts: readonly PostSource[];
}

/** As X makes its numbers: milliseconds since an instant in 2010, 22 bits further. @see https://docs.x.com/fundamentals/x-ids */
export function numberOfTime(date: string): string {
  return ((BigInt(Date.parse(date)) - 1_288_834_974_657n) << 22n).toString();
}

/** Every post of the account, and what was said in private. @param blogUrl the blog's front page, without the slash */
export function loadXPosts(blogUrl: string): XAccountTexts {
  const text = readFileSync(new URL('posts.json', demoFolder('x/')), 'utf8');
  const file = JSON.parse(text.replaceAll('{blog}', blogUrl)) as SourceFile;
  const ids = new Map(
    file.posts.flatMap((source) => (source.key === undefined ? [] : [[source.key, firstId(source)]])),
  );
  const directMessages = file.directMessages.map((conversation) => ({
    with: personOf(file, conversation.with),
    messages: conversation.messages.map(([date, from, words]) => ({ date, from, text: words })),
  }));
  return { posts: file.posts.map((source) => postOf(source, file, ids)), directMessages };
}

function firstId({ date, before }: PostSource): string {
  return numberOfTime(before?.[0]?.[0] ?? date);
}

function postOf(source: PostSource, file: SourceFile, ids: ReadonlyMap<string | undefined, string | undefined>): XPost {
  const { before = [], images = [], after, answers, quotes, passesOn, film, deleted } = source;
  const said = ({ by, date, text }: OthersSource): OthersXPost => ({
    ...{ id: numberOfTime(date), by: personOf(file, by) },
    ...{ date, text },
  });
  const olderTexts = before.map(([date, text]) => ({ id: numberOfTime(date), date, text }));
  return {
    id: firstId(source),
    versions: [...olderTexts.map(({ id }) => id), numberOfTime(source.date)],
    date: before[0]?.[0] ?? source.date,
    editedAt: source.date,
    language: source.language,
    text: source.text,
    olderTexts,
    images: images.map((name) => ({ file: name, alt: file.alts[name] ?? '' })),
    likes: source.likes,
    isPinned: source.pinned === true,
    isGone: source.gone === true,
    isLost: source.lost === true,
    ...(film && { film }),
    ...(after !== undefined && { after: ids.get(after) ?? '' }),
    ...(answers && { answers: said(answers) }),
    ...(quotes && { quotes: said(quotes) }),
    ...(passesOn && { passesOn: said(passesOn) }),
    ...(deleted !== undefined && { deletedAt: deleted }),
  };
}

function personOf({ people }: SourceFile, key: string): XPerson {
  const person = people[key];
  if (person === undefined) throw new Error(`demo/x: nobody is called "${key}".`);
  return person;
}
