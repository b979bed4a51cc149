export { parseExperiment } from './parse-experiment.ts';
export { readExperimentFile } from './read-experiment-file.ts';
