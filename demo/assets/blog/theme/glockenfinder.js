(() => {
  const box = document.querySelector('.bell-finder');
  const worker = new Worker(box.dataset.worker);
  worker.onmessage = ({ data }) => {
    box.querySelector('.bell-finder-status').textContent = `${data.length} Glocken, nach Reichweite sortiert.`;
    box.querySelector('ul').replaceChildren(
      ...data.map((bell) => {
        const row = document.createElement('li');
        const [name, use, reach] = ['b', 'span', 'i'].map((tag) => document.createElement(tag));
        name.textContent = bell.name;
        use.textContent = bell.use;
        reach.textContent = `${bell.reachMetres} m weit`;
        row.append(name, use, reach);
        return row;
      }),
    );
    worker.terminate();
  };
  worker.postMessage(new URL(box.dataset.bells, location.href).href);
})();
