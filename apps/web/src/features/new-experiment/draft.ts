import {
  findProblems,
  type Problem,
  readExperimentText,
  writeExperimentText,
} from '@kindred/client/experiment-text';

/** An experiment in the making: its values and its text say the same, but while the text is no YAML. */
export interface Draft {
  values: unknown;
  text: string;
  problems: Problem[];
}

export function draftOf(values: unknown): Draft {
  return { values, text: writeExperimentText(values), problems: findProblems(values) };
}

/** The text as it was typed; the values before it stay where it is no YAML. */
export function withText({ values: before }: Draft, text: string): Draft {
  const { values, problems } = readExperimentText(text);
  return { values: values === undefined ? before : values, text, problems };
}
