// Serves the demo brand until Ctrl-C. Needs `npm run build` first. Ports: blog, social, embed, fediverse, x; 8401 to 8405 unless given.
// A line on its input lets something happen on the blog: last-post, correction or deletion.
import { createInterface } from 'node:readline';
import { blogEvents } from '../dist/demo-brand/blog/blog-goes-on.js';
import { startDemoBrand } from '../dist/demo-brand/start-demo-brand.js';

const [blog = 8401, social = 8402, embed = 8403, fediverse = 8404, x = 8405] = process.argv.slice(2).map(Number);
const brand = await startDemoBrand({ ports: { blog, social, embed, fediverse, x } });
console.log(
  `Blog       ${brand.blogUrl}\nSocial     ${brand.socialUrl}\nFediverse  ${brand.fediverseUrl}\nX          ${brand.xUrl}\nEmbed      ${brand.expected.embed.pageUrl}\nType ${blogEvents.join(', ')} and Enter, and it happens on the blog.\nCtrl-C stops them all.`,
);
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const event = blogEvents.find((one) => one === line.trim());
  if (event) brand.onBlog(event);
  console.log(event ? `${event}: done` : `Type one of: ${blogEvents.join(', ')}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    lines.close();
    void brand.close();
  });
}
