(() => {
  const feed = document.querySelector('.feed');
  const end = document.querySelector('.feed-end');
  const guest = /(?:^|; )kb_guest=([^;]+)/.exec(document.cookie)?.[1];
  const headers = guest ? { Authorization: `Bearer ${guest}` } : {};
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  let cursor = '';
  let busy = false;

  function element(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  function day(date) {
    const [year, month, number] = date.slice(0, 10).split('-').map(Number);
    return `${number} ${months[month - 1]} ${year}`;
  }

  function card(post) {
    const link = element('a', { href: post.url }, element('time', { dateTime: post.createdAt }, day(post.createdAt)));
    const body = element(
      'div',
      {},
      element('p', { className: 'by' }, element('b', {}, 'Brandt & Söhne'), ' ', element('span', {}, '@brandt · '), link),
      element('p', { className: 'text' }, post.text),
    );
    if (post.image) {
      const picture = element('img', { className: 'picture', loading: 'lazy', alt: post.image.alt });
      picture.src = post.image.src;
      body.append(picture);
    }
    body.append(
      element('p', { className: 'stats' }, element('span', { className: 'likes' }, `${post.likes} likes`), element('span', {}, post.replies === 1 ? '1 reply' : `${post.replies} replies`)),
    );
    const avatar = element('img', { className: 'avatar', src: '/static/brandt.svg', width: 48, height: 48, alt: '' });
    return element('article', { className: 'post', lang: post.language, id: `post-${post.id}` }, avatar, body);
  }

  async function more() {
    if (busy || cursor === null) return;
    busy = true;
    const answer = await fetch(`${feed.dataset.api}?cursor=${cursor}`, { headers });
    const page = await answer.json();
    feed.append(...page.posts.map(card));
    cursor = page.next;
    busy = false;
    if (cursor === null) {
      watcher.disconnect();
      end.textContent = end.dataset.end;
    } else {
      // Asked anew, the observer tells even when the end mark never left the screen.
      watcher.unobserve(end);
      watcher.observe(end);
    }
  }

  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) more();
  });
  watcher.observe(end);
})();
