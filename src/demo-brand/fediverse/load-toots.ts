import { readFileSync } from 'node:fs';
import { demoFolder } from '../http/asset-folder.ts';

/** Somebody on another server. */
export interface Person {
  readonly name: string;
  readonly url: string;
  readonly acct: string;
}

/** What somebody else has said, on their own server. */
export interface OthersToot {
  readonly by: Person;
  readonly id: string;
  /** UTC ISO 8601, to the second. */
  readonly date: string;
  readonly text: string;
}

export interface Toot {
  /** The server's id: a number that grows with time, too long for a number of JavaScript. */
  readonly id: string;
  readonly date: string;
  readonly language: 'de' | 'en';
  readonly text: string;
  readonly images: readonly { readonly file: string; readonly alt: string }[];
  readonly video?: { readonly file: string; readonly alt: string };
  readonly warning?: string;
  readonly edited?: string;
  readonly isPinned: boolean;
  readonly isUnlisted: boolean;
  readonly likes: number;
  /** Id of the brand's own toot that this one goes on from. */
  readonly after?: string;
  readonly answers?: OthersToot;
  readonly quotes?: OthersToot;
  readonly boosts?: OthersToot;
  readonly poll?: { readonly endsAt: string; readonly options: readonly (readonly [text: string, votes: number])[] };
  /** What others answered. */
  readonly replies: readonly OthersToot[];
}

interface OthersSource {
  readonly by: string;
  readonly id?: string;
  readonly date: string;
  readonly text: string;
}

type Reused = 'date' | 'language' | 'video' | 'warning' | 'edited' | 'likes' | 'poll';

interface TootSource extends Pick<Toot, Reused> {
  readonly key: string;
  /** Absent where somebody else's words are passed on as they are. */
  readonly text?: string;
  readonly images?: readonly string[];
  readonly pinned?: true;
  readonly visibility?: 'unlisted';
  readonly after?: string;
  readonly answers?: OthersSource;
  readonly quotes?: OthersSource;
  readonly boosts?: OthersSource;
  readonly replies?: readonly OthersSource[];
}

interface SourceFile {
  readonly people: Readonly<Record<string, Person>>;
  readonly alts: Readonly<Record<string, string>>;
  readonly posts: readonly TootSource[];
}

/** As Mastodon makes its ids: milliseconds since 1970, sixteen bits further. */
function idOf(date: string): string {
  return String(BigInt(Date.parse(date)) << 16n);
}

/** Every toot of the account, newest first. @param blogUrl the blog's front page, without the slash */
export function loadToots(blogUrl: string): readonly Toot[] {
  const text = readFileSync(new URL('posts.json', demoFolder('fediverse/')), 'utf8');
  const file = JSON.parse(text.replaceAll('{blog}', blogUrl)) as SourceFile;
  const ids = new Map(file.posts.map(({ key, date }) => [key, idOf(date)]));
  const said = ({ by, id, date, text: words }: OthersSource): OthersToot => ({
    by: personOf(file, by),
    id: id ?? idOf(date),
    date,
    text: words,
  });
  return file.posts.map((source): Toot => {
    const {
      key: _,
      text: words = '',
      images = [],
      pinned,
      visibility,
      after,
      answers,
      quotes,
      boosts,
      replies = [],
      ...plain
    } = source;
    return {
      ...plain,
      id: idOf(source.date),
      text: words,
      images: images.map((name) => ({ file: name, alt: file.alts[name] ?? '' })),
      isPinned: pinned === true,
      isUnlisted: visibility === 'unlisted',
      replies: replies.map(said),
      ...(after !== undefined && { after: ids.get(after) ?? '' }),
      ...(answers && { answers: said(answers) }),
      ...(quotes && { quotes: said(quotes) }),
      ...(boosts && { boosts: said(boosts) }),
    };
  });
}

function personOf({ people }: SourceFile, key: string): Person {
  const person = people[key];
  if (person === undefined) throw new Error(`demo/fediverse: nobody is called "${key}".`);
  return person;
}
