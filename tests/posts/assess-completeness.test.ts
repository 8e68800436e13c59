import { describe, expect, it } from 'vitest';
import {
  account,
  assess,
  claim,
  endOf,
  gap,
  listed,
  picture,
  postFinding,
  profile,
  recordAt,
  somePosts,
} from './make-assessment.ts';

describe('claims', () => {
  it('of kinds that have nothing in common are summed, and compared one by one', async () => {
    const pages = ['7', '8'].map((id) => postFinding(id, { kind: 'page' }));
    const report = await assess([
      ...somePosts(3),
      ...pages,
      claim(4, { name: 'X-WP-Total' }),
      claim(1, { name: 'X-WP-Total', kinds: ['page'] }),
    ]);
    expect(report).toMatchObject({ expected: 5, have: 5, missing: 1, verdict: 'incomplete' });
    expect(report.because.en).toContain('The platform says 4 posts, and 3 are here.');
  });

  it('that count the same posts are not counted twice, and the surest one counts', async () => {
    const claims = [
      claim(900, { name: 'shown', reach: 'rounded' }),
      claim(3),
      claim(3, { name: 'totalItems', kinds: ['post', 'reply'] }),
    ];
    expect((await assess([...somePosts(3), ...claims.slice(1)])).expected).toBe(3);
    const report = await assess([...somePosts(3), ...claims]);
    expect(report).toMatchObject({ expected: 3, verdict: 'cannot-tell' });
    expect(report.notes.join()).toContain('shown says 900');
  });

  it('that count parts of a kind add up, and are compared with the kind', async () => {
    const parts = [claim(2, { name: 'product', part: 'product' }), claim(1, { name: 'event', part: 'event' })];
    expect(await assess([...somePosts(3), ...parts])).toMatchObject({ expected: 3, missing: 0, verdict: 'complete' });
    expect(await assess([...somePosts(2), ...parts])).toMatchObject({ expected: 3, missing: 1, verdict: 'incomplete' });
    const all = claim(3, { name: 'all' });
    expect(await assess([...somePosts(3), ...parts, all])).toMatchObject({ expected: 3, verdict: 'complete' });
  });

  it('that are made on every page of a list stand in the report once', async () => {
    const report = await assess([...somePosts(3), ...Array.from({ length: 50 }, () => claim(3))]);
    expect(report.claims).toHaveLength(1);
    expect(report.claims[0]?.archive).toEqual({ ...recordAt(3) });
  });

  it('that change while the crawl runs are kept, told, and the last one counts', async () => {
    const report = await assess([...somePosts(3), claim(3), claim(4), claim(4)]);
    expect(report.claims.map(({ count }) => count)).toEqual([3, 4]);
    expect(report.expected).toBe(4);
    expect(report.notes).toEqual([
      'statuses_count changed while the snapshot was taken: first 3, at the end 4. The last number counts.',
    ]);
    expect(report.because.en).toContain('The number grew while the snapshot was taken: take it again.');
    expect(report.because.de).toContain('Die Zahl ist während der Aufnahme gestiegen');
  });

  it.each([-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15])(
    'that say %d are set aside, and told',
    async (count) => {
      const report = await assess([...somePosts(3), claim(count)]);
      expect(report).toMatchObject({ expected: null, missing: null, claims: [] });
      expect(report.notes[0]).toBe(`statuses_count says ${count}, which can be no number of posts. It was set aside.`);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    },
  );

  it('too low for what was found are told', async () => {
    const report = await assess([...somePosts(9), claim(3)]);
    expect(report).toMatchObject({ expected: 3, have: 9, missing: 0 });
    expect(report.notes[0]).toContain('statuses_count says 3, and 9 were found');
  });

  it('with hidden posts in them say what the rest may be', async () => {
    const one = await assess([...somePosts(3), claim(4, { reach: 'more-hidden' }), endOf()]);
    expect(one.because.en).toContain('the other one is for followers only, deleted or lost');
    expect(one.because.de).toContain('Der übrige ist nur für Follower sichtbar');
    expect(one.missing).toBe(1);
  });
});

describe('lists', () => {
  it('name what is missing once, whichever names they use for it', async () => {
    const url = `${account}/3`;
    const report = await assess([
      ...somePosts(2),
      listed('3', { url: null, list: 'outbox' }),
      listed(null, { url: `${url}/?utm_source=feed`, list: 'feed' }),
      listed('3', { url, list: 'statuses' }),
      listed('3', { url, list: 'statuses' }),
      endOf(),
    ]);
    expect(report.missingPosts).toHaveLength(1);
    expect(report.missingPosts[0]).toMatchObject({ id: '3', why: expect.stringContaining('answered 404') });
    expect(report).toMatchObject({ expected: 3, have: 2, missing: 1 });
  });

  it('that know a post under another form of its address find it', async () => {
    const forms = ['http://www.social.example/@aurora/1/', `${account}/1?fbclid=x#respond`, `${account}/1/index.html`];
    const report = await assess([...somePosts(1), ...forms.map((url) => listed(null, { url })), endOf()]);
    expect(report).toMatchObject({ missingPosts: [], verdict: 'complete' });
  });

  it('whose lines share the address of the page they stand on name each of them', async () => {
    const url = 'https://social.example/wall';
    const lines = ['1', '2', '3'].map((id) => listed(id, { url }));
    const report = await assess([postFinding('1', { url }), ...lines, endOf()]);
    expect(report.missingPosts.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('do not take a comment for the post with the same number', async () => {
    const comment = postFinding('2', { kind: 'comment', isOwn: false, url: `${account}/1#comment-2` });
    const report = await assess([...somePosts(1), comment, listed('2', { url: null }), endOf()]);
    expect(report.missingPosts.map(({ id }) => id)).toEqual(['2']);
    expect(report.comments).toBe(1);
  });

  it('that name what the platform says is gone do not make it missing', async () => {
    const gone = { kind: 'gone', id: null, url: `${account}/2`, message: 'answered 410' } as const;
    const report = await assess([...somePosts(1), listed('1'), listed('2'), gone, gone, endOf()]);
    expect(report).toMatchObject({ verdict: 'complete', missingPosts: [], gone: [{ url: `${account}/2` }] });
    expect(report.notes).toContain('The platform says of 1 post that it once had that it is gone.');
  });

  it('that lead to a post by another address, or to what is no post, miss nothing', async () => {
    const old = 'https://social.example/old';
    const report = await assess([
      ...somePosts(1),
      listed('1'),
      listed(null, { url: old }),
      listed(null, { url: `${account}/tagged` }),
      { kind: 'same-place', url: old, as: `${account}/1` },
      { kind: 'no-post', url: `${account}/tagged` },
      endOf(),
    ]);
    expect(report).toMatchObject({ missingPosts: [], verdict: 'complete' });
  });

  it('that never ended still name what is missing, and prove nothing', async () => {
    const report = await assess([...somePosts(1), listed('2', { list: 'feed' })]);
    expect(report).toMatchObject({ expected: null, missing: null, verdict: 'incomplete' });
    expect(report.missingPosts).toHaveLength(1);
  });

  it('say who names a post that has no address', async () => {
    const report = await assess([
      ...somePosts(1),
      listed('at://x/2', { url: null, list: 'getRepo' }),
      endOf('getRepo'),
    ]);
    expect(report.missingPosts[0]?.why).toBe('getRepo names it, and it was not found anywhere.');
  });
});

describe('replies of the brand', () => {
  const reply = postFinding('9', { kind: 'reply' });

  it('below its articles are expected as little as comments', async () => {
    const report = await assess([...somePosts(2, { kind: 'article' }), reply, claim(2, { kinds: ['article'] })]);
    expect(report).toMatchObject({ verdict: 'complete', have: 2, posts: 3 });
  });

  it('that are posts of their own need a number that counts them', async () => {
    expect(await assess([...somePosts(2), reply, claim(2)])).toMatchObject({ verdict: 'cannot-tell' });
    expect(await assess([...somePosts(2), reply, claim(3, { kinds: ['post', 'reply'] })])).toMatchObject({
      verdict: 'complete',
    });
  });
});

describe('media, unreadable posts and gaps', () => {
  it('are counted, each with why', async () => {
    const media = [picture('https://p.example/1.jpg'), picture('https://p.example/2.jpg', false)];
    const report = await assess([postFinding('1', { media }), ...somePosts(1), claim(1)]);
    expect(report.media).toEqual({
      known: 2,
      had: 1,
      missing: [{ url: 'https://p.example/2.jpg', post: '1', why: 'https://p.example/2.jpg answered 404.' }],
    });
  });

  it('sum gaps by reason, the largest first', async () => {
    const gaps = [gap('robots'), gap('resource-failed', account, 4), gap('robots'), gap('robots')];
    const { gaps: counted } = await assess([...somePosts(1), claim(1)], { gaps });
    expect(counted.map(({ reason, count }) => [reason, count])).toEqual([
      ['resource-failed', 4],
      ['robots', 3],
    ]);
  });

  it('do not count what could not be read in one place and was read in another', async () => {
    const failed = { kind: 'unreadable', id: '1', where: 'page 2', message: 'no text' } as const;
    const report = await assess([...somePosts(1), failed, failed, claim(1)]);
    expect(report).toMatchObject({ unreadable: [], verdict: 'complete' });
    expect(report.notes).toContain('1 reading failed of posts that were read in another place.');
  });

  it('name posts that are only there in part', async () => {
    const report = await assess([postFinding('1', { extent: 'part' }), claim(1)]);
    expect(report.cutOff).toEqual([{ id: '1', url: `${account}/1` }]);
  });
});

describe('the reason', () => {
  it('says the number of everything in the language of who reads it', async () => {
    const media = [picture('https://p.example/1.jpg', false)];
    const { because } = await assess([...somePosts(2), postFinding('3', { media }), listed('4'), claim(4)], {
      gaps: [gap('resource-failed')],
    });
    expect(because.en).toBe(
      '3 of 4 posts are here. What is missing is known one by one: 1 post, 1 picture or film and 1 gap in the pages. Go through the list and decide whether you can do without it before anything is deleted.',
    );
    expect(because.de).toBe(
      '3 von 4 Beiträgen sind gesichert. Was fehlt, ist einzeln bekannt: 1 Beitrag, 1 Bild oder Film und 1 Lücke in den Seiten. Gehen Sie die Liste durch und entscheiden Sie, ob Sie darauf verzichten können, bevor etwas gelöscht wird.',
    );
  });

  it.each([
    [1, 'The only post is here', 'Der einzige Beitrag ist gesichert'],
    [2, 'Both posts are here', 'Beide Beiträge sind gesichert'],
    [3, 'All 3 posts are here', 'Alle 3 Beiträge sind gesichert'],
    [1200, 'All 1,200 posts are here', 'Alle 1.200 Beiträge sind gesichert'],
  ])('of %d posts has its numbers right', async (count, en, de) => {
    const { because } = await assess([...somePosts(count), claim(count)]);
    expect(because.en.startsWith(en)).toBe(true);
    expect(because.de.startsWith(de)).toBe(true);
  });

  it('calls videos videos', async () => {
    const { because } = await assess([...somePosts(2, { kind: 'video' }), claim(5, { kinds: ['video'] })]);
    expect(because.en).toContain('The platform says 5 videos, and 2 are here.');
    expect(because.de).toContain('Die Plattform nennt 5 Videos, gesichert sind 2.');
  });

  it('says what stood in the way, and what to do about it', async () => {
    const gaps = [gap('login-wall', account)];
    const { because } = await assess([...somePosts(40), claim(4812)], { gaps, platform: 'x' });
    expect(because.en).toBe(
      'The platform says 4,812 posts, and 40 are here: a login wall stood in the way. Ask the platform for the official export, or log in with "lastpost channel login" and take the snapshot again.',
    );
    expect(because.de).toBe(
      'Die Plattform nennt 4.812 Beiträge, gesichert sind 40: Eine Anmeldeschranke stand im Weg. Fordern Sie bei der Plattform den offiziellen Export an, oder melden Sie sich mit „lastpost channel login“ an und wiederholen Sie die Sicherung.',
    );
  });

  it('sends nobody to a platform for the export of a site of their own', async () => {
    const { because } = await assess([...somePosts(2), claim(3)], { platform: 'wordpress' });
    expect(because.en).toContain("the list of posts in the site's administration");
    expect(because.de).toContain('in der Verwaltung der Website');
  });

  it('says that an account is closed', async () => {
    const { because } = await assess([profile('private'), claim(12)]);
    expect(because.en).toContain('The account is private');
    expect(because.de).toContain('Das Konto ist privat');
  });
});

describe('the evidence', () => {
  it('has the record of each number, and what was counted here', async () => {
    const report = await assess([...somePosts(2), claim(2), listed('1'), listed('2'), endOf()], { notes: ['A note.'] });
    expect(report.evidence.map(({ says }) => says)).toEqual([
      'statuses_count says 2',
      'statuses was read to its end',
      'statuses names 2 posts',
      '2 posts of the account counted in the snapshot',
    ]);
    expect(report.evidence[0]?.archive).toEqual(recordAt(2));
    expect(report.notes).toEqual(['A note.']);
    expect(report.byKind).toEqual({ post: 2 });
  });
});
