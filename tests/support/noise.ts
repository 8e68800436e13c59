/** Letters that no packing makes much shorter, the same for the same seed. */
export function noise(seed: number, length: number): string {
  let state = seed * 2654435761 + 1;
  const letters = Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(97 + (state % 26));
  });
  return letters.join('');
}
