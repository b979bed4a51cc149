import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from './build-schema.ts';

/** Where the printed graph is kept for clients. */
export const graphFile = new URL('../../schema.graphql', import.meta.url);

/** The graph in the schema language, sorted. */
export function printGraph(): string {
  const graph = printSchema(lexicographicSortSchema(buildSchema()));
  return `# Generated from apps/api/src/modules by \`npm run generate\`: change the classes there, not this file.\n\n${graph}\n`;
}
