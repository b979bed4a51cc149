import { fetchFrom } from '../site/fetch-from.ts';
import { saveSite } from '../site/save-site.ts';
import { defineCommand } from './command.ts';
import { experimentHelp, findExperiment } from './find-experiment.ts';
import { progressLine } from './progress-line.ts';
import { showProgress } from './show-progress.ts';
import { UsageError } from './usage-error.ts';

export const site = defineCommand({
  name: 'site',
  summary: 'saves the pages of a family as a site that needs no server',
  operands: [{ name: 'experiment', help: experimentHelp }],
  options: {
    to: { type: 'string', value: 'folder', help: 'a new one, or an empty one' },
    dashboard: {
      type: 'string',
      value: 'address',
      help: 'where the dashboard is, if not at the address of --url or that of npm start',
    },
  },
  async run([text], { to, dashboard: named }, { client, url, apiKey, stderr }) {
    if (to === undefined) throw new UsageError('Where to? Write kindred site <experiment> --to <folder>.');
    const dashboard = named ?? dashboardBeside(url);
    if (!/^https?:/.test(dashboard) || !URL.canParse(dashboard))
      throw new UsageError(
        `"${dashboard}" is no address of a dashboard: write one such as http://127.0.0.1:3000.`,
      );
    const { id, name } = await findExperiment(client, text!);
    const family = new URL(`/experiments/${id}`, dashboard);
    const progress = showProgress(stderr);
    const intervalMs = stderr.isTTY ? 200 : 5_000;
    const start = performance.now();
    let shownAt = start;
    try {
      const { pages, files, bytes } = await saveSite(family, to, fetchFrom(family, apiKey), (done, known) => {
        const now = performance.now();
        if (now - shownAt < intervalMs) return;
        shownAt = now;
        const secondsLeft = ((now - start) / 1000) * (known / done - 1);
        progress.show(progressLine(done / known, `${done} of ${known} files`, secondsLeft));
      });
      return {
        text: `${name}: ${pages} pages, ${files} files with ${(bytes / 1e6).toFixed(1)} MB in ${to}; open ${to}/index.html`,
        json: [{ id, name, folder: to, pages, files, bytes }],
      };
    } finally {
      progress.end();
    }
  },
});

/** The key is for nobody else: only of an API on this machine the dashboard has an address of its own. */
const dashboardBeside = ({ origin, hostname }: URL): string =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? 'http://127.0.0.1:3000' : origin;
