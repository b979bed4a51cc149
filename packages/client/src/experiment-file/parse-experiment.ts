import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ExperimentInput } from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';
import { offsetOf } from './offset-of.ts';
import { findProblems } from './validate.ts';

/**
 * Reads an experiment, as ExperimentInput names its parts, from YAML or JSON. Throws one BAD_INPUT with every problem, each with
 * file, line, column, and what was wanted. Which datasets and architectures there are is the API's to say.
 */
export function parseExperiment(text: string, file: string): ExperimentInput {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (problems: readonly { offset: number; message: string }[]) => {
    const told = problems
      .toSorted((one, other) => one.offset - other.offset)
      .map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${line}:${col}: ${message}`;
      });
    return new KindredError('BAD_INPUT', told.join('\n'));
  };

  if (document.errors.length > 0)
    throw refuse(document.errors.map(({ pos, message }) => ({ offset: pos[0], message })));
  const values = valuesOf(document, (message) => refuse([{ offset: 0, message }]));
  const problems = findProblems(values);
  if (problems.length > 0)
    throw refuse(
      problems.map(({ path, key, message }) => ({ offset: offsetOf(document, path, key), message })),
    );
  return values as ExperimentInput;
}

/** What YAML can't tell before: an alias of nothing, or aliases of aliases without end. */
function valuesOf(document: Document, refuse: (message: string) => KindredError): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw refuse((error as Error).message);
  }
}
