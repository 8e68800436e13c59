import { defineCommand } from '../../command-spec.ts';
import { goneJson } from '../../gone-text.ts';
import { filterOf, pageOf, postsErrors, postsOptions } from '../../posts-options.ts';
import { describePosts } from '../../posts-text.ts';

export const listCommand = defineCommand({
  description:
    "Lists the posts in the workspace's ledger, newest first: date, channel, kind, first line and address. They were read " +
    'out of all snapshots; a post that newer snapshots no longer show is still here. One that was deleted after publication, ' +
    'as far as a snapshot can tell (docs/history.md), says so and since when. Comments of other people are left out unless ' +
    'asked for.',
  arguments: [],
  options: postsOptions,
  examples: [
    { command: 'posts list', explains: 'The newest posts of all channels:' },
    {
      command: 'posts list --channel blog --kind article --since 2024-01-01 --until 2024-12-31',
      explains: 'One year:',
    },
    { command: 'posts list --gone', explains: 'What was deleted after publication, and is kept here:' },
    { command: 'posts list --limit 100 --offset 100 --json', explains: 'The second hundred, for a script:' },
  ],
  errors: postsErrors,
  exitCodes: { 0: 'listed', 1: 'the ledger cannot be read', 2: 'wrong use or settings' },
  run: async (options, context) => {
    const { listPosts } = await import('../../../journeys/list-posts.ts');
    const filter = filterOf(options);
    const page = pageOf(options);
    const { total, posts, nothing } = await listPosts(context, filter, page);
    const { width, style } = context;
    return {
      exitCode: 0,
      json: { total, posts: posts.map(({ post, snapshot, gone }) => ({ post, snapshot, gone: goneJson(gone) })) },
      text: describePosts(posts, { filter, page, total, nothing, width, style }),
    };
  },
});
