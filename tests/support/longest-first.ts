import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, seen on two cores: begun last, one of them would run long after all others have ended. */
const longest = [
  'channels/snapshot-contract.test.ts',
  'crawl/hostile/hostile.test.ts',
  'cli/demo.test.ts',
  'crawl/behaviours/feeds.test.ts',
  'journeys/vault/one-year.test.ts',
  'journeys/resume.test.ts',
  'cli/unfinished.test.ts',
  'guides/guides-to-x.test.ts',
  'playbooks/shelf/rehearsals.test.ts',
  'channels/real-servers/wordpress.test.ts',
  'cli/schedule-commands.test.ts',
  'cli/schedule-notices.test.ts',
  'crawl/gaps.test.ts',
  'cli/channel-login.test.ts',
  'crawl/bottom.test.ts',
  'crawl/scope.test.ts',
  'journeys/take-snapshot.test.ts',
  'cli/schedule-install.test.ts',
  'cli/statement-commands.test.ts',
  'crawl/calm-visits.test.ts',
  'journeys/unchanged-pages.test.ts',
  'drafts/templates/templates-fit.test.ts',
  'journeys/demo-run.test.ts',
];

/** As in vitest.config.ts; the longest files are in the first. */
const projects = ['together', 'writing', 'alone'];

/**
 * Begins with the longest files; the others follow as Vitest would have them. Those that share a process stand together, since a
 * process ends where the next file is of another project.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
      return found === -1 ? longest.length : found;
    };
    const order = ({ project }: TestSpecification): number => projects.indexOf(project.name);
    return sorted.sort((a, b) => order(a) - order(b) || place(a) - place(b));
  }
}
