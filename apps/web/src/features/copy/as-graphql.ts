import type { Question } from './question.ts';

/** The operation, behind its variables as a comment. */
export function asGraphql({ query, variables }: Question): string {
  const values = JSON.stringify(variables, null, 2).replaceAll('\n', '\n# ');
  return `# Variables: ${values}\n${query}\n`;
}
