/** Runs in the page: the slider wipes, and the box shows or hides the marks. Without it both pictures stand side by side. */
export const comparisonScript = `
for (const range of document.querySelectorAll('.compare input[type=range]')) {
  const over = range.closest('details').querySelector('.over');
  const wipe = () => { over.style.clipPath = 'inset(0 0 0 ' + (100 - range.value) + '%)'; };
  range.addEventListener('input', wipe);
  wipe();
}
for (const tick of document.querySelectorAll('.tick input')) {
  tick.addEventListener('change', () => {
    for (const mask of tick.closest('.compare').querySelectorAll('.mask')) mask.hidden = !tick.checked;
  });
}
`;
