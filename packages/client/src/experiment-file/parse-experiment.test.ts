import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseExperiment, readExperimentFile } from './index.ts';

const example = fileURLToPath(new URL('../../../../docs/examples/experiment.yaml', import.meta.url));
const text = await readFile(example, 'utf8');

/** What is said of the example when this is changed in it. */
function refusalOf(what: string | RegExp, by: string): string[] {
  const changed = text.replace(what, by);
  expect(changed).not.toBe(text);
  try {
    parseExperiment(changed, 'mine.yaml');
  } catch (error) {
    expect(error).toMatchObject({ name: 'KindredError', code: 'BAD_INPUT' });
    return (error as Error).message.split('\n');
  }
  return [];
}

const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

test('the example is an experiment, in YAML and as the JSON of the same', async () => {
  const experiment = await readExperimentFile(example);
  expect(experiment).toMatchObject({
    name: 'A look at MNIST',
    data: { name: 'mnist', train: 4000, test: 2000 },
    ensembles: [{ pruneAndTune: { families: 2, epochs: 0.5 } }, { snapshot: { members: 2 } }],
  });
  expect(parseExperiment(JSON.stringify(experiment), 'mine.json')).toEqual(experiment);
});

test.each([
  ['a value beyond its limits', 'batchSize: 32', 'batchSize: 1', ':14', 'must be >= 2 (got 1)'],
  ['a word for a number', 'batchSize: 32', 'batchSize: many', ':14', 'must be integer (got "many")'],
  [
    'an unknown choice',
    'preset: quick',
    'preset: best',
    ':11',
    'must be one of quick, lucent, paper (got "best")',
  ],
])('%s is told with its line and column', (_case, what, by, column, message) => {
  const place = what.startsWith('batch') ? 'parent.batchSize' : 'visualize.preset';
  expect(refusalOf(what, by)).toEqual([`mine.yaml:${lineOf(what)}${column}: ${place} ${message}`]);
});

test('an unknown key is told where it stands, with those that there are', () => {
  const [unknown] = refusalOf('seed: 1', 'seed: 1\nsede: 2');
  expect(unknown).toBe(
    `mine.yaml:${lineOf('seed: 1') + 1}:1: sede is not known: there are name, seed, data, parent, ensembles, visualize, evaluate, runOn`,
  );
});

test('what is missing is told where it belongs, with what it is', () => {
  expect(refusalOf('  architecture: resnet8\n', '')).toEqual([
    `mine.yaml:${lineOf('  architecture')}:3: parent.architecture is missing. Name of an architecture.`,
  ]);
});

test('an ensemble is one method, not two and not none', () => {
  const [two] = refusalOf('  - snapshot:', '    snapshot:');
  expect(two).toContain(
    `:${lineOf('  - pruneAndTune')}:5: ensembles.0 must be exactly one of pruneAndTune, `,
  );
  expect(two).toContain('(got pruneAndTune and snapshot)');
  expect(refusalOf(/ensembles:[\s\S]+?visualize:/, 'ensembles: [{}]\nvisualize:')[0]).toContain('(got none)');
});

test('every problem is told at once, from the top of the file on', () => {
  const told = refusalOf(/seed: 1[\s\S]+train: 4000/, 'seed: -1\ndata:\n  name: mnist\n  train: all');
  expect(told.map((line) => line.split(': ')[1]?.split(' ')[0])).toEqual(['seed', 'data.train']);
});

test.each([
  ['no YAML', 'seed: 1', 'seed: [1', /^mine\.yaml:\d+:\d+: /],
  ['a key that comes twice', 'seed: 1', 'seed: 1\nseed: 2', /:6:1: Map keys must be unique$/],
  ['an alias of nothing', 'seed: 1', 'seed: *one', /: Unresolved alias/],
  ['nothing at all', /[\s\S]+/, '', /^mine\.yaml:1:1: the experiment must be object \(got null\)$/],
])('%s is told before any value is looked at', (_case, what, by, message) => {
  expect(refusalOf(what, by)[0]).toMatch(message);
});

test('a file that is not there is told by its name', async () => {
  await expect(readExperimentFile('/nowhere.yaml')).rejects.toThrow("/nowhere.yaml can't be read (ENOENT)");
});
