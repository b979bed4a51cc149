/** Of the models of `firstRelease`. */
export const ids = {
  parent: '00000000-0000-4000-8000-0000000000a0',
  child1: '00000000-0000-4000-8000-0000000000a1',
  child2: '00000000-0000-4000-8000-0000000000a2',
  snapshot: '00000000-0000-4000-8000-0000000000a3',
};
const experiment = '00000000-0000-4000-8000-0000000000e0';

const config = {
  name: 'First look at MNIST',
  seed: 1,
  data: { name: 'mnist', train: 12_000, test: 10_000 },
  parent: { architecture: 'resnet8', epochs: 2, batchSize: 64, learningRate: 0.1, weightDecay: 5e-4 },
  ensembles: [
    {
      method: 'prune-and-tune',
      pairs: 1,
      pruning: { kind: 'anti-random', granularity: 'unstructured', scope: 'local', sparsity: 0.5 },
      tuning: { epochs: 1, schedule: 'one-cycle', maxLearningRate: 0.1 },
    },
    { method: 'snapshot', members: 1, epochs: 1, learningRate: 0.1 },
  ],
  visualize: { neuronsPerLayer: 1, preset: 'quick' },
  evaluate: { eceBins: 15, confidence: 0.95 },
};

const definition = {
  version: 1,
  averaging: 'mean-softmax',
  eceBins: 15,
  klPairs: 'ordered',
  confidence: 0.95,
  includesParent: false,
};
const accuracy = { value: 0.98, low: 0.97, high: 0.99, definition: 'accuracy v1' };

/** What the first Kindred had of a family half-way: its parent is trained, one child pictured, the rest waits. */
export const firstRelease = `
  begin;
  insert into architecture values ('resnet8', 'A small residual network.');
  insert into layer values ('resnet8', 'stem', 0, 16), ('resnet8', 'stage1.block0', 1, 16);
  insert into dataset values ('mnist', 'Handwritten digits.', 10, 60000, 10000, 28, 28, 1);
  insert into artifact (digest, media_type, byte_length)
    select repeat(digit, 64), 'application/octet-stream', 1 from unnest(array['a', 'b', 'c', 'd']) digit;
  insert into experiment (id, name, status, config, started_at)
    values ('${experiment}', 'First look at MNIST', 'running', '${JSON.stringify(config)}', now());
  insert into model (id, experiment_id, name, position, kind, architecture, parent_id, sibling_id, sparsity, weights_digest) values
    ('${ids.parent}', '${experiment}', 'parent', 0, 'parent', 'resnet8', null, null, null, repeat('a', 64)),
    ('${ids.child1}', '${experiment}', 'child-1', 1, 'child', 'resnet8', '${ids.parent}', '${ids.child2}', 0.5, null),
    ('${ids.child2}', '${experiment}', 'child-2', 2, 'child', 'resnet8', '${ids.parent}', '${ids.child1}', 0.5, null),
    ('${ids.snapshot}', '${experiment}', 'snapshot-1', 3, 'snapshot', 'resnet8', '${ids.parent}', null, null, null);
  insert into job (experiment_id, model_id, name, payload, status, created_at) values
    ('${experiment}', '${ids.parent}', 'train-parent', '{"modelId": "${ids.parent}"}', 'done', now()),
    ('${experiment}', '${ids.child1}', 'prune-and-tune',
      '{"modelId": "${ids.child1}", "pair": 0, "complement": false}', 'queued', now()),
    ('${experiment}', '${ids.child2}', 'prune-and-tune',
      '{"modelId": "${ids.child2}", "pair": 0, "complement": true}', 'queued', now()),
    ('${experiment}', '${ids.snapshot}', 'train-snapshot',
      '{"modelId": "${ids.snapshot}", "index": 0, "previousModelId": "${ids.parent}"}', 'queued', now()),
    ('${experiment}', null, 'evaluate-ensemble',
      '{"name": "prune-and-tune", "memberIds": ["${ids.child1}", "${ids.child2}"]}', 'waiting', now() + interval '1 min');
  insert into visualization (id, model_id, layer, channel, preset, seed, status, image_digest, width, height, activation,
      content_key, backend, code_version) values
    ('00000000-0000-4000-8000-0000000000b0', '${ids.parent}', 'stem', 3, 'quick', 1, 'done', repeat('b', 64), 64, 64, 2.5,
      repeat('b', 64), 'cpu', '0.1.0'),
    ('00000000-0000-4000-8000-0000000000b1', '${ids.child1}', 'stem', 3, 'quick', 1, 'done', repeat('c', 64), 64, 64, 2,
      repeat('c', 64), 'cpu', '0.1.0');
  insert into visualization_hashes
    select id, average::bit(64), perceptual::bit(64), average::bit(64), average::bit(64), 0::bit(42), 'imagehash-1'
    from (values
      ('00000000-0000-4000-8000-0000000000b0'::uuid, x'ffff0000ffff0000', x'ffffffff00000000'),
      ('00000000-0000-4000-8000-0000000000b1'::uuid, x'ffff0000ffff0000', x'ffffffffff000000')
    ) as hashed (id, average, perceptual);
  insert into evaluation (experiment_id, name, members, dataset, data_digest, images, definition, metrics, logits_digest,
      backend, code_version)
    values ('${experiment}', 'parent', array['${ids.parent}'::uuid], 'mnist', repeat('d', 64), 10000,
      '${JSON.stringify(definition)}',
      '${JSON.stringify({ accuracy, nll: accuracy, ece: accuracy, brier: accuracy })}', repeat('d', 64), 'cpu', '0.1.0');
  commit;
`;

/** What a later Kindred had of the same parent, before pictures were found by what makes them. */
export const laterMaps = `
  insert into saliency_map (model_id, image_index, method, target, seed, status, attributions_digest, result)
    values ('${ids.parent}', 0, 'gradient', 'label', 1, 'done', repeat('c', 64),
      jsonb_build_object('class', 7, 'contentKey', repeat('1', 64)));
  insert into activation_grid (model_id, image_index, layer, preset, seed, status, image_digest, result)
    values ('${ids.parent}', 0, 'stem', 'quick', 1, 'done', repeat('c', 64),
      jsonb_build_object('rows', 7, 'contentKey', repeat('2', 64)));
`;
