(async () => {
  const answer = await fetch(document.body.dataset.track);
  const track = await answer.json();
  const wave = document.querySelector('.wave');
  for (const peak of track.peaks) {
    const bar = document.createElement('i');
    bar.style.height = `${peak}%`;
    wave.append(bar);
  }
  document.querySelector('.length').textContent = `0:00 / ${track.length}`;
})();
