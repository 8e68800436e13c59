import { describe, expect, it } from 'vitest';
import { mediumAdapter } from '../../src/channels/medium/adapter.ts';
import { substackAdapter } from '../../src/channels/substack/adapter.ts';
import { tumblrAdapter } from '../../src/channels/tumblr/adapter.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import { fetchingSite } from '../support/read-walked.ts';

describe('a blog under a domain of its own', () => {
  const sites = useSites();
  const json = (body: string) => bytes(body, 'application/json');

  it('is Substack’s where its archive answers, and not where a page only shows a picture from there', async () => {
    const cdn = html('', '<link rel="preconnect" href="https://substackcdn.com">');
    const real = await sites({ '/': cdn, '/api/v1/archive': json('[{"id":1,"slug":"a"}]') });
    expect(await substackAdapter.identify?.(real.url('/'), fetchingSite())).toEqual({
      platform: 'substack',
      handle: undefined,
      url: real.url('/'),
    });
    for (const archive of ['{"error":"x"}', '[{"name":"no post"}]', '<h1>no</h1>']) {
      const other = await sites({ '/': cdn, '/api/v1/archive': json(archive) });
      expect(await substackAdapter.identify?.(other.url('/'), fetchingSite())).toBeUndefined();
    }
  });

  it('is Tumblr’s with the name that its interface gives', async () => {
    const script = 'var tumblr_api_read = {"tumblelog":{"name":"Aurora"},"posts":[]};';
    const real = await sites({
      '/': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'x-tumblr-user': 'aurora' }).end('<p>Hi</p>');
      },
      '/api/read/json': bytes(script, 'text/javascript'),
    });
    expect(await tumblrAdapter.identify?.(real.url('/'), fetchingSite())).toEqual({
      platform: 'tumblr',
      handle: 'aurora',
      url: real.url('/'),
    });
    const other = await sites({ '/': html('<img src="https://assets.tumblr.com/x.png">') });
    expect(await tumblrAdapter.identify?.(other.url('/'), fetchingSite())).toBeUndefined();
  });

  it('is Medium’s where its page is made as theirs are', async () => {
    const app = '<meta property="al:android:package" content="com.medium.reader">';
    const real = await sites({ '/': html('<script>window.__APOLLO_STATE__ = {}</script>', app) });
    expect(await mediumAdapter.identify?.(real.url('/'), fetchingSite())).toMatchObject({ platform: 'medium' });
    const other = await sites({ '/': html('<a href="https://medium.com/@aurora">Medium</a>') });
    expect(await mediumAdapter.identify?.(other.url('/'), fetchingSite())).toBeUndefined();
  });
});
