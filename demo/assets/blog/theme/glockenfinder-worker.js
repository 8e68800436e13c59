onmessage = async ({ data }) => {
  const answer = await fetch(data);
  const { bells } = await answer.json();
  postMessage(bells.sort((a, b) => b.reachMetres - a.reachMetres));
};
