(() => {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      entry.target.src = entry.target.dataset.src;
      entry.target.classList.remove('is-waiting');
    }
  });
  for (const image of document.querySelectorAll('img[data-src]')) seen.observe(image);

  for (const box of document.querySelectorAll('.letter-count')) {
    const body = new URLSearchParams({ action: 'letter_count', language: box.dataset.language });
    fetch(box.dataset.endpoint, { method: 'POST', body })
      .then((answer) => answer.json())
      .then(({ data }) => {
        box.querySelector('output').textContent = String(data.readers);
      });
  }
})();
