import type { ExportFile } from '../../model/official-export.ts';
import { readWholeTable } from '../reading/export/whole-table.ts';
import type { JsonObject } from '../reading/json-reader.ts';

export interface CsvTweet {
  readonly record: number;
  readonly offsetBytes: number | null;
  /** In the form of the other archives. */
  readonly tweet: JsonObject;
  readonly error?: string;
}

/** The rows of `tweets.csv`, which lay beside the scripts until 2018. */
export async function* readCsvTweets(file: ExportFile, signal?: AbortSignal): AsyncGenerator<CsvTweet> {
  const options = signal === undefined ? {} : { signal };
  for await (const { record, offsetBytes, fields, error } of readWholeTable(file, options)) {
    const wrong = error ?? (fields.timestamp === '' ? 'it has no time, as if it was cut off' : undefined);
    yield { record, offsetBytes, tweet: tweetOf(fields), ...(wrong === undefined ? {} : { error: wrong }) };
  }
}

function tweetOf(row: Readonly<Record<string, string>>): JsonObject {
  const { text = '', retweeted_status_id: original = '' } = row;
  return {
    id_str: row.tweet_id,
    created_at: row.timestamp,
    text,
    in_reply_to_status_id_str: row.in_reply_to_status_id,
    in_reply_to_user_id_str: row.in_reply_to_user_id,
    in_reply_to_screen_name: /^@(\w{1,20})/.exec(text)?.[1],
    entities: entitiesOf(text, row.expanded_urls ?? ''),
    ...(original === '' ? {} : { retweeted_status: originalOf(row) }),
  };
}

/** Its number and its author's, and what the row shows of its words. */
function originalOf(row: Readonly<Record<string, string>>): JsonObject {
  const [, handle, words] = /^RT @(\w{1,20}): ([\s\S]*)$/.exec(row.text ?? '') ?? [];
  return {
    id_str: row.retweeted_status_id,
    created_at: row.retweeted_status_timestamp,
    text: words ?? row.text,
    user: { id_str: row.retweeted_status_user_id, screen_name: handle },
  };
}

/**
 * The addresses that the short links of the text lead to, in the same order, those of media among them; some are there twice.
 * Where there are more or fewer of them than short links, nobody can say which is which.
 */
function entitiesOf(text: string, expanded: string): JsonObject {
  const shorts = text.match(/https?:\/\/t\.co\/\w+/g) ?? [];
  const longs = [...new Set(expanded.split(/,(?=https?:)/).filter((address) => address !== ''))];
  const isPaired = shorts.length === longs.length;
  const pairs = longs.map((long, place) => ({ url: isPaired ? shorts[place] : long, expanded_url: long }));
  const isMedium = (long: string) =>
    /^https?:\/\/(?:www\.)?twitter\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d$/.test(long);
  return {
    urls: pairs.filter(({ expanded_url: long }) => !isMedium(long)),
    media: pairs.filter(({ expanded_url: long }) => isMedium(long)),
  };
}
