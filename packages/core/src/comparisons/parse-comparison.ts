import { z } from 'zod';
import { parseInput } from '../errors/parse-input.ts';
import { longestPath, longestTitle } from './saved-comparison.entity.ts';

/** A title, and the address of a view in the dashboard. */
export interface Comparison {
  title: string;
  path: string;
}

/** The pages of an experiment that compare something, in the dashboard. */
const pages =
  /^\/experiments\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(?:atlas|ensemble|(?:neurons|layers|images)\/[^/]+)$/;

/** Any: only what an address says apart from it is looked at. */
const server = 'http://dashboard.invalid';

const schema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'must say something')
    .max(longestTitle, `must have ${longestTitle} characters at most`)
    .refine((title) => !/\p{Cc}/u.test(title), { error: 'must be one line, without control characters' }),
  path: z
    .string()
    .max(longestPath, `must have ${longestPath} characters at most`)
    .refine(isPageOfExperiment, {
      error:
        'must be the address of a comparing page of the dashboard without its server, as browsers write it: /experiments/<id>/ and then neurons/<address>, layers/<layer>, images/<number>, atlas or ensemble, and its parameters',
    }),
});

/** Throws one BAD_INPUT that lists every problem. */
export function parseComparison({ title, path }: Comparison): Comparison & { experimentId: string } {
  const comparison = { title: title.normalize(), path };
  const parsed = parseInput(schema, comparison, { title: 'Nothing was saved:', whole: 'the comparison' });
  return { ...parsed, experimentId: pages.exec(new URL(parsed.path, server).pathname)![1]! };
}

/** Whether a browser would find a page by it as it stands. Other servers, steps upwards, spaces and control characters would be read as something else. */
function isPageOfExperiment(path: string): boolean {
  if (!URL.canParse(path, server)) return false;
  const { origin, pathname, search } = new URL(path, server);
  return origin === server && path === pathname + search && pages.test(pathname);
}
