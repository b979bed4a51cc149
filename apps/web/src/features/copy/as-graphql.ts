import type { Question } from './question.ts';

/** The operation, behind its variables as a comment. */
export function asGraphql({ query, variables }: Question): string {
  const values = JSON.stringify(variables, null, 2).replaceAll('\n', '\n# ');
  return `# Variables: ${values}\n${tidy(query)}\n`;
}

/** Generated documents begin each part four spaces in. */
function tidy(query: string): string {
  return query.trim().replaceAll(/\n\s*fragment /g, '\n\nfragment ');
}
