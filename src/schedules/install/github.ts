import { MARK } from './timer.ts';

/**
 * A workflow that runs what is due on GitHub's machines. There is no disk there that stays: ledger, key and vault travel in the
 * cache of the repository, which is why the page in docs/ says for whom this is.
 * @param folder of the workspace in the repository, with slashes; `.` for its root
 * @param version of Lastpost
 */
export function githubWorkflow(folder: string, version: string): string {
  const inside = folder === '.' ? '' : `${folder}/`;
  const path = JSON.stringify(folder);
  return `# ${MARK}
name: lastpost schedule
on:
  schedule:
    # GitHub starts it every five minutes at most, and later when it is busy. What was missed is made up for.
    - cron: "*/5 * * * *"
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: lastpost-schedule
  cancel-in-progress: false
jobs:
  run:
    runs-on: ubuntu-latest
    timeout-minutes: 350
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: "22"
      - uses: actions/cache/restore@v4
        with:
          path: |
            ${inside}.lastpost
            ${inside}vault
          key: lastpost-\${{ github.run_id }}
          restore-keys: lastpost-
      - run: npm install --global lastpost@${version}
      # Makes the ledger and a key where the cache has none; what is there stays.
      - run: lastpost init --repair ${path}
      # The machine has a Chrome. Secrets that lastpost.yaml names as env:NAME go under env: here.
      - run: lastpost schedule run --workspace ${path} || test $? -eq 3
        env:
          SMTP_PASSWORD: \${{ secrets.SMTP_PASSWORD }}
      - uses: actions/cache/save@v4
        if: always()
        with:
          path: |
            ${inside}.lastpost
            ${inside}vault
          key: lastpost-\${{ github.run_id }}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: vault-\${{ github.run_id }}
          path: ${inside}vault
          if-no-files-found: ignore
`;
}
