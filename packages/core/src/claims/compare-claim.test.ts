import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHashesFrom } from '../distances/read-hashes.ts';
import type { Evaluation } from '../evaluations/evaluation.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import type { ClaimPlace } from './claim.ts';
import { type ComparedClaim, compareClaim, type Measured } from './compare-claim.ts';
import { findClaims } from './find-claims.ts';
import { judge } from './judge.ts';
import { publishedClaims } from './published-claims.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

const find = async (place: ClaimPlace, { experiment } = family) =>
  findClaims(database.dataSource, readHashesFrom(database.dataSource), experiment, place);
const cell = (claims: ComparedClaim[], row: string, column: string, part?: string) =>
  claims.find((claim) => claim.row === row && claim.column === column && (!part || claim.part === part))!;

describe('beside a first look at MNIST', () => {
  test('an ensemble stands with its interval, and with all that differs from the paper’s', async () => {
    expect(cell(await find('table-1'), 'PAT (M=6)', 'ACC', 'CIFAR-10')).toMatchObject({
      verdict: 'other-setting',
      measured: { value: 0.98, low: 0.98 * 0.9, high: 0.98 * 1.1 },
      evaluation: { name: 'prune-and-tune' },
      reasons: [
        'resnet8 instead of wrn-28-10',
        '16000 instead of 50000 training images',
        'mnist instead of cifar10',
        '10 instead of 200 epochs in all',
        '4 instead of 6 members',
      ],
    });
  });

  test('a network stands beside its place in Table III', async () => {
    const claims = await find('table-3');
    expect(cell(claims, 'Child 4', 'NLL')).toMatchObject({
      printed: '0.1471',
      verdict: 'other-setting',
      measured: { value: 0.06 },
      evaluation: { name: 'child-4' },
    });
    expect(cell(claims, 'Lottery Ticket', 'NLL')).toMatchObject({
      verdict: 'not-measured',
      reasons: ['this experiment has no NLL of ticket'],
      measured: null,
    });
  });

  test('what the experiment didn’t make says so, and what is defined in another way too', async () => {
    const tableTwo = await find('table-2');
    expect(cell(tableTwo, 'EDST Ensemble*', 'PDR')).toMatchObject({
      verdict: 'other-definition',
      reasons: ['FreeTickets [19] adds 0.001 to each entry of PDR that is not zero'],
      fromElsewhere: true,
    });
    expect(cell(tableTwo, 'MIMO*', 'KL')).toMatchObject({ verdict: 'not-measured' });
  });

  test('the mean of a row of Fig. 3 stands beside that of the neurons here, each over its pairs', async () => {
    const claims = await find('figure-3');
    const mean = cell(claims, 'A-Hash', 'all nine', 'Prune and Tune Ensembles');
    expect(mean).toMatchObject({ printed: '32.89', verdict: 'other-setting', evaluation: null });
    expect(mean.measured!.definition).toBe(
      'Hamming distance, average hash, bits; mean over 2 pairs and 6 neurons; normal interval 0.95 over neurons',
    );
    expect(mean.measured!.value).toBeCloseTo(await meanOfSiblings(), 12);
    expect(mean.reasons).toContain('quick instead of paper as the preset of pictures');
    expect(cell(claims, 'A-Hash', '4a:307', 'Snapshot Ensembles')).toMatchObject({
      verdict: 'not-measured',
      reasons: ['no two snapshots here have pictures of mixed4a:307'],
    });
  });

  test('a parent alone has no pair to measure', async () => {
    const other = await insertFamily(database.dataSource);
    await database.dataSource.query("delete from model where experiment_id = $1 and kind <> 'parent'", [
      other.experiment.id,
    ]);
    const claims = await find('figure-3', other);
    expect(cell(claims, 'W-Hash', 'all nine')).toMatchObject({
      verdict: 'not-measured',
      reasons: ['no two siblings here have pictures of one neuron'],
    });
  });

  test('color hashes of more bits, and means with them, never match', async () => {
    const claims = (await find('figure-3')).filter(({ row }) => row === 'C-Hash' || row === 'Mean');
    expect(claims).toHaveLength(36);
    for (const { verdict, measured } of claims)
      expect([verdict, measured]).toEqual(['other-definition', null]);
  });
});

/** Counted by the database over all pairs at once: each neuron has as many. */
async function meanOfSiblings(): Promise<number> {
  const [{ mean }] = await database.dataSource.query(
    `select avg(bit_count(x.average # y.average))::double precision as mean
       from model one join model two on two.sibling_id = one.id and one.position < two.position
       join visualization a on a.model_id = one.id
       join visualization b on b.model_id = two.id and (b.layer, b.channel, b.seed) = (a.layer, a.channel, a.seed)
       join visualization_hashes x on x.visualization_id = a.id
       join visualization_hashes y on y.visualization_id = b.id
      where a.seed = 1`,
  );
  return mean;
}

describe('in the paper’s setting', () => {
  const claim = publishedClaims.find(({ row, column }) => row === 'PAT (M=6)' && column === 'ACC')!;
  const ece = publishedClaims.find(({ row, column }) => row === 'PAT (M=6)' && column === 'ECE')!;

  test.each([
    [0.96, 0.97, 'agrees'],
    [0.94, 0.95, 'above'],
    [0.97, 0.98, 'below'],
  ])('a printed 96.48 and an interval from %d to %d: %s', async (low, high, verdict) => {
    const measured = await asInThePaper(({ metrics }) => {
      Object.assign(metrics.accuracy, { value: (low + high) / 2, low, high });
    });
    expect(compareClaim(claim, measured)).toMatchObject({ verdict, reasons: [] });
  });

  test('other bins of ECE are another definition, until the same members are measured by this one', async () => {
    const measured = await asInThePaper(({ definition }) => {
      definition.eceBins = 10;
    });
    expect(compareClaim(ece, measured)).toMatchObject({
      verdict: 'other-definition',
      reasons: ['10 bins of ECE instead of 15 bins of ECE'],
    });
    const [usual] = measured.evaluations as [Evaluation];
    const again = { ...usual, name: 'chosen', definition: { ...usual.definition, eceBins: 15 } };
    const compared = compareClaim(ece, { ...measured, evaluations: [usual, again] });
    expect(compared).toMatchObject({ verdict: 'agrees', evaluation: { name: 'chosen' } });
  });

  test('masks of another kind, or a parent from elsewhere, are another setting', async () => {
    const measured = await asInThePaper();
    const { ensembles, parent } = measured.config;
    const random = ensembles.map((method) =>
      method.method === 'prune-and-tune'
        ? { ...method, pruning: { ...method.pruning, kind: 'random' as const } }
        : method,
    );
    const reasons = (config: Partial<Measured['config']>) =>
      compareClaim(claim, { ...measured, config: { ...measured.config, ...config } }).reasons;
    expect(reasons({ ensembles: random })).toEqual([
      'random pruning of 0.5 instead of anti-random pruning of 0.5',
    ]);
    expect(reasons({ parent: { ...parent, weights: 'mine.safetensors' } })).toEqual([
      'unknown instead of 200 epochs in all',
    ]);
  });

  /** Six children of a parent of 140 epochs, tuned for ten each; of the evaluations that of their ensemble. */
  async function asInThePaper(change: (evaluation: Evaluation) => void = () => {}): Promise<Measured> {
    const { config } = await database.dataSource.manager.findOneByOrFail(Experiment, {
      id: family.experiment.id,
    });
    const child = family.children[0]!;
    const children = Array.from({ length: 6 }, (_, index) => ({
      ...child,
      id: `child ${index}`,
      training: { ...child.training!, epochs: 10 },
    }));
    const pat = cell(await find('table-1'), 'PAT (M=6)', 'ACC').evaluation!;
    const evaluation: Evaluation = { ...structuredClone(pat), members: children.map(({ id }) => id) };
    evaluation.metrics.ece = { value: 0.005, low: 0.004, high: 0.006, definition: 'ECE' };
    change(evaluation);
    return {
      config: {
        ...config,
        data: { ...config.data, name: 'cifar10', train: 50_000 },
        parent: { ...config.parent, architecture: 'wrn-28-10' },
      },
      models: [{ ...family.parent, training: { ...family.parent.training!, epochs: 140 } }, ...children],
      evaluations: [evaluation],
      distances: { siblings: [], snapshots: [] },
    };
  }
});

test('a printed number agrees as far as its rounding goes', () => {
  const printed = { printed: '0.13', unit: 'nats' } as const;
  const at = (value: number) => judge(printed, { value, definition: '' });
  expect([0.1249, 0.1251, 0.1349, 0.1351].map(at)).toEqual(['above', 'agrees', 'agrees', 'below']);
});
