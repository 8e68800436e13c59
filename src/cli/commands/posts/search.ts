import { defineCommand } from '../../command-spec.ts';
import { goneJson } from '../../gone-text.ts';
import { filterOf, pageOf, postsErrors, postsOptions } from '../../posts-options.ts';
import { describeHits } from '../../posts-text.ts';

export const searchCommand = defineCommand({
  description:
    "Searches the posts in the workspace's ledger: title, text, tags, content warnings, polls, the words that describe " +
    'pictures, and what a post quotes or passes on. All words must be there, in any order; "several words" in quotes are a ' +
    'phrase, and a * at the end of a word stands for any ending. Capitals and accents make no difference, nor does the way ' +
    'an umlaut is written: München, Muenchen and Munchen find each other, as do Straße and Strasse. Newest first.',
  arguments: [
    {
      name: 'QUERY',
      description: 'words, a phrase in quotes, the beginning of a word with *',
      required: true,
      variadic: true,
    },
  ],
  options: postsOptions,
  examples: [
    { command: 'posts search kaffee münchen', explains: 'Both words, anywhere in a post:' },
    { command: `posts search '"auf wiedersehen" danke*'`, explains: 'A phrase, and words that begin with danke:' },
    { command: 'posts search coffee --channel blog --since 2024-01-01 --json', explains: 'One channel, for a script:' },
  ],
  errors: { 'search.empty': 'there is no word in the query', ...postsErrors },
  exitCodes: {
    0: 'searched, whether or not something was found',
    1: 'the ledger cannot be read',
    2: 'wrong use or settings',
  },
  run: async (options, context) => {
    const { searchPosts } = await import('../../../journeys/search-posts.ts');
    const filter = filterOf(options);
    const page = pageOf(options);
    const { total, posts, nothing } = await searchPosts(context, context.args.join(' '), filter, page);
    const { width, style } = context;
    return {
      exitCode: 0,
      json: {
        total,
        posts: posts.map(({ post, excerpt, snapshot, gone }) => ({ post, excerpt, snapshot, gone: goneJson(gone) })),
      },
      text: describeHits(posts, { filter, page, total, nothing, width, style }),
    };
  },
});
