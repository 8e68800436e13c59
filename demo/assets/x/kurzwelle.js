(() => {
  const feed = document.querySelector('.feed');
  const end = document.querySelector('.end');
  if (!feed) return;
  const { queries, account, handle, focal } = feed.dataset;
  let next;
  let busy = false;

  const ask = (name, variables) =>
    fetch(`${queries}/${name}?${new URLSearchParams({ variables: JSON.stringify(variables), features: '{}' })}`);

  const plain = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);

  function element(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  function wordsOf({ legacy, note_tweet: note }) {
    let text = note ? note.note_tweet_results.result.text : plain(legacy.full_text);
    const urls = note ? note.note_tweet_results.result.entity_set.urls : legacy.entities.urls;
    for (const { url, expanded_url: long } of urls) text = text.replaceAll(url, long);
    return text.replace(/(\s*https:\/\/t\.co\/\w+)+$/, '');
  }

  function card(result) {
    const { legacy } = result;
    const original = legacy.retweeted_status_result?.result;
    const link = element('a', { href: `/${handle}/status/${result.rest_id}` }, element('time', {}, legacy.created_at));
    const body = element('article', { lang: legacy.lang ?? 'de' }, link);
    if (original) body.append(element('p', { className: 'stats' }, `passed on from @${original.core.user_results.result.core.screen_name}`));
    body.append(element('p', {}, wordsOf(original ?? result)));
    for (const { media_url_https: address, ext_alt_text: alt } of original ? [] : (legacy.extended_entities?.media ?? [])) {
      const picture = element('img', { loading: 'lazy', alt: alt ?? '' });
      picture.src = address.replace(/\.jpg$/, '?format=jpg&name=small');
      body.append(picture);
    }
    const quoted = result.quoted_status_result?.result;
    if (quoted) body.append(element('blockquote', {}, wordsOf(quoted)));
    body.append(element('p', { className: 'stats' }, `${legacy.favorite_count} likes`));
    return body;
  }

  const resultsOf = (instructions) =>
    instructions
      .flatMap(({ entry, entries = [] }) => [...(entry ? [entry] : []), ...entries])
      .flatMap(({ content }) => content.itemContent?.tweet_results.result ?? [])
      .filter(({ legacy }) => legacy);

  async function single() {
    const answer = await (await ask('TweetDetail', { focalTweetId: focal, with_rux_injections: false })).json();
    feed.append(...resultsOf(answer.data.threaded_conversation_with_injections_v2.instructions).map(card));
  }

  async function more() {
    if (busy || next === null) return;
    busy = true;
    if (next === undefined) await ask('UserByScreenName', { screen_name: handle });
    const answer = await ask('UserTweets', { userId: account, count: 20, ...(next ? { cursor: next } : {}) });
    if (answer.ok) {
      const { instructions } = (await answer.json()).data.user.result.timeline.timeline;
      feed.append(...resultsOf(instructions).map(card));
      const cursor = instructions.flatMap(({ entries = [] }) => entries).find(({ content }) => content.cursorType === 'Bottom');
      next = cursor.content.value;
    } else {
      next = null;
      end.textContent = 'Log in to see more.';
    }
    busy = false;
    if (next === null) watcher.disconnect();
    else {
      watcher.unobserve(end);
      watcher.observe(end);
    }
  }

  const watcher = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) more();
    },
    { rootMargin: '300px' },
  );
  if (focal) single();
  else watcher.observe(end);
})();
