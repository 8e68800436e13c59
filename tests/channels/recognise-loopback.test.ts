import { describe, expect, it } from 'vitest';
import { recogniseChannel } from '../../src/channels/registry.ts';

describe('an account of the fediverse on this machine', () => {
  it('keeps its scheme, while everywhere else it is https', () => {
    expect(recogniseChannel('http://127.0.0.1:8404/@brandt')).toMatchObject({
      platform: 'mastodon',
      isSure: false,
      handle: 'brandt@127.0.0.1:8404',
      url: 'http://127.0.0.1:8404/@brandt',
    });
    expect(recogniseChannel('http://127.0.0.1:8404/users/brandt')).toMatchObject({
      url: 'http://127.0.0.1:8404/@brandt',
    });
    expect(recogniseChannel('http://social.example/@brandt')).toMatchObject({ url: 'https://social.example/@brandt' });
  });
});
