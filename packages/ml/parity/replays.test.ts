import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeSafetensors } from '../src/checkpoints/encode-safetensors.ts';
import { parity } from './command.ts';
import { openFixtures } from './fixture-folder.ts';
import { compared, type Line, table } from './line.ts';
import { replayAll } from './replays.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
let home: string;
/** With no `data` beside it, wherever temporary folders are. */
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parity-'));
  folder = join(home, 'fixtures');
  cpSync(join(here, 'sample'), folder, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const replay = (): Promise<Line[]> => replayAll(openFixtures(folder));
const statusOf = (lines: Line[], name: string): string | undefined =>
  lines.find((line) => line.name === name)?.status;

/** Only what a test is about: the golden pictures take half a second to draw. */
const drop = (...names: string[]): void => {
  for (const name of names) rmSync(join(folder, name));
};

function edit(name: string, change: (text: string) => string): void {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Two members of [2, 2] probabilities (½, ½; ¾, ¼) and (¼, ¾; ¾, ¼), labels 0 and 0. */
function addMetrics(metrics: unknown): void {
  drop('golden-hashes.json', 'hashes.json');
  const logits = Float32Array.from([0.5, 0.5, 0.75, 0.25, 0.25, 0.75, 0.75, 0.25], Math.log);
  const tensors = encodeSafetensors({
    logits: { dtype: 'F32', shape: [2, 2, 2], data: logits },
    labels: { dtype: 'I64', shape: [2], data: BigInt64Array.of(0n, 0n) },
  });
  writeFileSync(join(folder, 'metrics.safetensors'), tensors);
  edit('fixtures.json', (text) => JSON.stringify({ ...JSON.parse(text), metrics }));
}

describe('a replay of the sample', () => {
  it('passes on every hash of imagehash and every rate of PyTorch, and says what is not built', async () => {
    const lines = await replay();
    expect(lines.filter(({ status }) => status === 'PASS')).toHaveLength(16);
    expect(lines.filter(({ status }) => status !== 'PASS').map(({ name }) => name)).toEqual([
      'tune-child',
      'saliency',
    ]);
  });

  it('fails on a hash with another bit, and on that alone', async () => {
    edit('golden-hashes.json', (text) => text.replace('"a": "000001071f7fffff"', '"a": "000001071f7ffffe"'));
    const lines = await replay();
    const changed = lines.filter(({ status }) => status === 'FAIL');
    expect(changed).toMatchObject([{ name: 'golden-hashes G1', worst: 1, tolerance: 0 }]);
  });

  it('draws the pictures that the file describes', async () => {
    edit('golden-hashes.json', (text) => text.replace('s0=12345', 's0=12346'));
    expect(statusOf(await replay(), 'golden-hashes G2')).toBe('FAIL');
  });

  it('takes the schedule from the file', async () => {
    drop('golden-hashes.json');
    edit('fixtures.json', (text) => text.replace('"max_lr": 0.002', '"max_lr": 0.003'));
    const lines = await replay();
    expect(statusOf(lines, 'one-cycle tune-child rate')).toBe('FAIL');
    expect(statusOf(lines, 'one-cycle tune-child momentum')).toBe('PASS');
  });

  it('fails on a broken file with its name, and still replays the rest', async () => {
    writeFileSync(join(folder, 'hash-images/vis-fire6-7.png'), 'no picture');
    const lines = await replay();
    expect(lines.find(({ name }) => name === 'hashes')!.note).toContain(
      'hash-images/vis-fire6-7.png: This is no PNG',
    );
    expect(statusOf(lines, 'golden-hashes G1')).toBe('PASS');
  });

  it('fails on a described file that is missing', async () => {
    drop('golden-hashes.json');
    edit('fixtures.json', () => JSON.stringify({ metrics: { pdr_pairs_mean: 0 } }));
    const lines = await replay();
    expect(lines.find(({ name }) => name === 'metrics')).toMatchObject({
      status: 'FAIL',
      note: expect.stringContaining('there is no file'),
    });
  });
});

describe('a replay of metrics', () => {
  it('measures what the file names', async () => {
    addMetrics({
      members: [
        { acc: 1, nll: (Math.log(2) - Math.log(0.75)) / 2 },
        { acc: 0.5, ece10: (0.75 - 0.25) / 2 },
      ],
      ensemble_mean_softmax: { acc: 0.5, brier: (2 * 0.625 ** 2 + 2 * 0.25 ** 2) / 2 },
      pdr_pairs_mean: 0.5,
      kl_i_lt_j_mean: (0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75)) / 2,
      ambiguity_decomposition: { ambiguity: (2 * 0.125 ** 2) / 2, identity: 'words' },
    });
    const lines = (await replay()).filter(({ name }) => name.startsWith('metrics'));
    expect(lines.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'metrics members acc PASS',
      'metrics members nll PASS',
      'metrics members ece10 PASS',
      'metrics ensemble mean softmax acc PASS',
      'metrics ensemble mean softmax brier PASS',
      'metrics pdr pairs mean PASS',
      'metrics kl i lt j mean PASS',
      'metrics ambiguity decomposition ambiguity PASS',
    ]);
  });

  it('fails on another value, and names a quantity that it does not know', async () => {
    addMetrics({ pdr_pairs_mean: 0.501, members: [{ auroc: 0.9 }] });
    const lines = await replay();
    expect(lines.find(({ name }) => name === 'metrics pdr pairs mean')).toMatchObject({
      status: 'FAIL',
      worst: expect.closeTo(0.001, 10),
    });
    expect(statusOf(lines, 'metrics members auroc')).toBe('NOT YET');
  });
});

describe('a line', () => {
  it('fails on what is no number', () => {
    expect(compared('x', [0, Number.NaN, 0], 1).status).toBe('FAIL');
  });

  it('stands in columns', () => {
    const [head, first, second] = table([compared('a', [0], 0), compared('a longer name', [0.5], 0.1)]).split(
      '\n',
    );
    expect(first!.indexOf('PASS')).toBe(second!.indexOf('FAIL'));
    expect(head!.indexOf('tolerance')).toBe(second!.indexOf('1.0e-1'));
  });
});

describe('a folder', () => {
  it('without fixtures is refused', () => {
    expect(() => openFixtures(join(folder, 'hash-images'))).toThrow(
      'holds no fixtures: one of fixtures.json',
    );
  });

  it('of models must be there', () => {
    expect(() => openFixtures(folder, [join(folder, 'models')])).toThrow('There is no folder');
  });

  it('whose description is broken is refused with its name', () => {
    edit('fixtures.json', (text) => text.slice(0, 50));
    expect(() => openFixtures(folder)).toThrow('fixtures.json: ');
  });
});

describe('the command', () => {
  const printed = { log: vi.fn(), error: vi.fn() };
  afterEach(() => {
    vi.clearAllMocks();
  });

  it('takes paths from where the caller stands and ends with 0', { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts', '.'], {
      cwd: here,
      env: { ...process.env, INIT_CWD: folder },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/golden-hashes G6 +0 +0 +PASS/);
    expect(status).toBe(0);
  });

  it('ends with 1 where something fails', async () => {
    drop('golden-hashes.json');
    edit('hashes.json', (text) => text.replace('"average": "8', '"average": "9'));
    expect(await parity(['.'], folder, 'cpu', printed)).toBe(1);
    expect(printed.log).toHaveBeenCalledWith(expect.stringMatching(/hashes average +1 +0 +FAIL/));
  });

  it('replays what is chosen alone', async () => {
    expect(await parity(['--only', 'golden-hashes', '.'], folder, 'cpu', printed)).toBe(0);
    expect(printed.log).toHaveBeenCalledWith(expect.not.stringContaining('hashes average'));
  });

  it.each([
    [['nowhere'], () => `There is no folder ${join(folder, 'nowhere')}.`],
    [[], () => 'Usage: npm run parity -- [--only name[,name]] <fixtures dir> [<models dir>…]'],
    [
      ['--only', 'hash', '.'],
      () => expect.stringMatching(/^Unknown replay "hash": known are hashes, golden-hashes,/),
    ],
  ])('ends with 2 and says why, given %j', async (paths, message) => {
    expect(await parity(paths, folder, 'cpu', printed)).toBe(2);
    expect(printed.error).toHaveBeenCalledWith(message());
  });
});
