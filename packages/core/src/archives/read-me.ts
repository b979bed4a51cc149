import type { Experiment } from '../experiments/experiment.entity.ts';
import { analysisTables } from './analysis/analysis-tables.ts';

/** What an archive says of itself to whoever finds it. */
export function readMe({ id, name }: Pick<Experiment, 'id' | 'name'>): string {
  const tables = analysisTables.map(({ name, what }) => `- \`tables/${name}.parquet\`: ${what}`);
  return `# ${name.replaceAll(/\s+/g, ' ')}

An experiment of Kindred, ${id}.

- \`manifest.json\`: every other file with its bytes, its SHA-256 and what it is
${tables.join('\n')}
- \`models/<model>/\`: weights, mask and logits as safetensors, the network as ONNX where somebody asked for it, and \`pictures\`,
  \`grids\` and \`saliency\` as PNG, named by neuron or test image, preset and seed
- \`rows/<table>.ndjson\`: what Kindred keeps, as it keeps it, a row a line; the experiment's whole configuration is in
  \`rows/experiment.ndjson\`

\`kindred import <this folder>\` makes the same experiment of it elsewhere, with the same ids and the same numbers.
`;
}
