import type { ExportPosition } from '../../model/official-export.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import { asList, asObject, asText, asTime, at, type JsonObject } from '../reading/json-reader.ts';
import type { XScript } from './import-scripts.ts';
import { unescapeText } from './x-text.ts';

/** A long text; the archive keeps it apart from the post it belongs to, and does not say which that is. */
export interface Note {
  readonly createdAt: string;
  /** As GraphQL has it: `note_tweet_results.result`. */
  readonly result: JsonObject;
  readonly text: string;
  readonly at: ExportPosition;
}

export interface BadNote {
  readonly at: ExportPosition;
  readonly message: string;
}

/** A long text is stored a moment before its post. */
const MOST_APART_MS = 60_000;

/** The long texts of an archive. All are held: they are few, since only a paid account can write them. */
export class NoteTexts {
  /** By the minute in which they were written. */
  readonly #byMinute = new Map<number, Note[]>();
  readonly #left = new Set<Note>();

  /** Reads `note-tweet.js`; gives what could not be read. */
  async *load(scripts: readonly XScript[], signal?: AbortSignal): AsyncGenerator<BadNote> {
    for (const { file } of scripts) {
      for await (const { record, offsetBytes, value, error } of readJsonRecords(file, isRecord, signal)) {
        const place = { file: file.path, record, offsetBytes };
        const note = error === undefined ? noteOf(value, place) : undefined;
        if (note === undefined)
          yield { at: place, message: `This long text cannot be read: ${error ?? 'it has no words, or no time'}.` };
        else this.#add(note);
      }
    }
  }

  #add(note: Note): void {
    this.#left.add(note);
    const minute = Math.floor(Date.parse(note.createdAt) / 60_000);
    const group = this.#byMinute.get(minute);
    if (group === undefined) this.#byMinute.set(minute, [note]);
    else group.push(note);
  }

  /**
   * The long text whose beginning a post shows, written when it was.
   * @param shown `full_text`, escaped, cut off with …
   * @param published in any form that Date understands
   */
  of(shown: string, published: string | null): Note | undefined {
    if (this.#byMinute.size === 0 || published === null) return undefined;
    const time = Date.parse(published);
    if (Number.isNaN(time)) return undefined;
    const minute = Math.floor(time / 60_000);
    const near = [minute - 1, minute, minute + 1].flatMap((each) => this.#byMinute.get(each) ?? []);
    if (near.length === 0) return undefined;
    const { words, isCut } = shownOf(shown);
    const apart = (note: Note) => Math.abs(Date.parse(note.createdAt) - time);
    const isOf = ({ text }: Note) => {
      const whole = comparable(text);
      return isCut ? whole.startsWith(words) : withoutLinks(whole.split(' ')).join(' ') === words;
    };
    const [best] = near
      .filter((note) => apart(note) <= MOST_APART_MS && words !== '' && isOf(note))
      .sort((a, b) => apart(a) - apart(b));
    if (best !== undefined) this.#left.delete(best);
    return best;
  }

  /** Those that belong to no post that was read. */
  get unclaimed(): ReadonlySet<Note> {
    return this.#left;
  }
}

export function isRecord(path: readonly unknown[]): boolean {
  return path.length === 1;
}

function noteOf(value: unknown, place: ExportPosition): Note | undefined {
  const note = asObject(at(value, 'noteTweet')) ?? asObject(value) ?? {};
  const text = asText(at(note, 'core', 'text'));
  const createdAt = asTime(note.createdAt);
  if (text === null || createdAt === null) return undefined;
  const urls = asList(at(note, 'core', 'urls')).map((url) => ({
    url: asText(at(url, 'shortUrl')) ?? asText(at(url, 'url')),
    expanded_url: asText(at(url, 'expandedUrl')) ?? asText(at(url, 'expanded_url')),
  }));
  const tags = asList(at(note, 'core', 'hashtags')).flatMap((tag) => asText(at(tag, 'text')) ?? []);
  const hashtags = (tags.length > 0 ? tags : hashtagsOf(text)).map((tag) => ({ text: tag }));
  return { createdAt, text, at: place, result: { text, entity_set: { urls, hashtags } } };
}

interface Shown {
  readonly words: string;
  readonly isCut: boolean;
}

/** What a post shows of its text, made comparable. A link may be cut in two at its end. */
function shownOf(full: string): Shown {
  const words = withoutLinks(unescapeText(full).split(/\s+/));
  const last = words.at(-1) ?? '';
  const isCut = last.endsWith('…');
  if (isCut) words.splice(-1, 1, ...(/^https?:/.test(last) ? [] : [last.slice(0, -1)]));
  return { words: withoutNames(words.join(' ')), isCut };
}

/** Short links at the end stand for the post itself, its pictures or what it quotes. */
function withoutLinks(words: string[]): string[] {
  while (words.at(-1) === '' || /^https:\/\/t\.co\/\w*$/.test(words.at(-1) ?? '.')) words.pop();
  return words;
}

/** The names that a reply begins with stand in one of the two alone. */
function withoutNames(text: string): string {
  return text.replace(/^(?:@\w{1,20} )+/, '').trim();
}

function comparable(text: string): string {
  return withoutNames(text.split(/\s+/).join(' '));
}
