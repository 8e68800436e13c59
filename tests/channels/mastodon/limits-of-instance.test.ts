import { describe, expect, it } from 'vitest';
import { limitsOfInstance } from '../../../src/channels/mastodon/limits-of-instance.ts';

const found = { source: 'https://beispiel.social/api/v2/instance', checkedOn: '2026-11-27' };
const values = (answer: unknown) => limitsOfInstance(answer, found).map(({ value }) => value);

/** Written by hand in the shape that docs.joinmastodon.org gives for each. */
const mastodon = {
  domain: 'beispiel.social',
  version: '4.5.0',
  configuration: {
    accounts: { max_featured_tags: 10, max_note_length: 500 },
    statuses: { max_characters: 5000, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: { description_limit: 1500, image_size_limit: 16_777_216 },
  },
};

describe('the limits that a server states of itself', () => {
  it('are read with their source and day', () => {
    expect(limitsOfInstance(mastodon, found)).toEqual([
      {
        value: {
          what: 'post',
          most: 5000,
          counting: 'graphemes',
          linkLength: 23,
          mentionsWithoutHost: true,
          withWarning: true,
        },
        ...found,
        certainty: 'high',
      },
      {
        value: { what: 'bio', most: 500, counting: 'graphemes', linkLength: 23, mentionsWithoutHost: true },
        ...found,
        certainty: 'high',
      },
      { value: { what: 'alt', most: 1500, counting: 'graphemes' }, ...found, certainty: 'high' },
    ]);
  });

  it('are read from the older interface, which has fewer of them', () => {
    const older = { uri: 'beispiel.social', configuration: { statuses: mastodon.configuration.statuses } };
    expect(values(older).map(({ what, most }) => [what, most])).toEqual([['post', 5000]]);
  });

  it('are read where Pleroma writes them, and links count in full there', () => {
    expect(
      values({ max_toot_chars: '5000', description_limit: 5000, version: '2.7.2 (compatible; Pleroma 2.6.0)' }),
    ).toEqual([
      { what: 'post', most: 5000, counting: 'graphemes', withWarning: true },
      { what: 'alt', most: 5000, counting: 'graphemes' },
    ]);
  });

  it.each([
    undefined,
    null,
    [],
    'Not found',
    {},
    { configuration: { statuses: { max_characters: 0 } } },
    { configuration: { statuses: { max_characters: -1, characters_reserved_per_url: 23 } } },
    { configuration: { statuses: { max_characters: 'viele' } } },
    { configuration: [] },
    { max_toot_chars: 1.5 },
  ])('are none in %j', (answer) => {
    expect(values(answer)).toEqual([]);
  });
});
