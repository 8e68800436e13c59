import type { ExportedDraft, ExportKit } from './export-kit.ts';

/** Changes with the shape of the file; docs/draft-exports.md says what is in it. */
const FORMAT = 'lastpost-drafts/1';

/** The drafts of all languages for another program, as docs/draft-exports.md describes them. */
export function writeJson(drafts: readonly ExportedDraft[], { brand, facts, madeAt, software }: ExportKit): string {
  const kit = {
    format: FORMAT,
    brand,
    made_at: madeAt,
    software,
    timezone: facts.timezone,
    last_day: facts.lastDay,
    last_time: facts.lastTime,
    drafts: drafts.map(({ draft, file, state, approval, platform, counts }) => ({
      id: draft.id,
      locale: draft.locale,
      kind: draft.kind,
      channel: draft.channel,
      platform,
      audience: draft.audience,
      publish_at: draft.publishAt,
      address: draft.address,
      template: draft.template,
      fields: draft.fields,
      text: draft.text,
      lengths: counts.map(({ part, count, most, counting }) => ({ part, count, most, counting })),
      approval: { state, by: approval?.name ?? null, at: approval?.at ?? null },
      file,
    })),
  };
  return `${JSON.stringify(kit, null, 2)}\n`;
}
