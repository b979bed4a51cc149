import { availableParallelism, loadavg } from 'node:os';
import type { Commons } from './commons.ts';
import { type Comparison, compare } from './pairs/compare.ts';
import { interleave, type Pair } from './pairs/interleave.ts';
import type { Progress } from './report/progress.ts';
import type { Row } from './rows/row.ts';
import { isMissing, type Launch, type Missing } from './sides/contender.ts';
import { type Side, startSide } from './sides/side.ts';

export interface Settings {
  rounds?: number;
  threads?: number;
}

export interface Measurement extends Comparison {
  row: Row;
  rounds: number;
  threads: number;
  /** The load average of the last minute when the row began. */
  loadBefore: number;
  versions: Record<string, string>;
  /** Why there is no peer. */
  peerMissing?: string;
  oursColdStartMs: number;
  peerColdStartMs: number | null;
  oursPeakBytes: number;
  peerPeakBytes: number | null;
}

/** Starts the sides of a row, has them take their steps in turn, and stops them whatever happens. */
export async function measure(
  row: Row,
  settings: Settings,
  progress: Pick<Progress, 'prepared' | 'round'>,
  commons: Pick<Commons, 'of'>,
): Promise<Measurement> {
  const { rounds = row.rounds, threads = row.threads(availableParallelism()) } = settings;
  const loadBefore = loadavg()[0]!;
  const sides: Side[] = [];
  const common = await commons.of(row, progress.prepared);
  const start = async (found: Launch | Missing) => {
    if (isMissing(found)) throw new Error(found.missing);
    const side = await startSide(
      { ...found, variables: { ...found.variables, ...common?.variables } },
      progress.prepared,
    );
    sides.push(side);
    return side;
  };
  try {
    const peerFound = row.peer(threads);
    const ours = await start(row.ours(threads));
    const peer = isMissing(peerFound) ? undefined : await start(peerFound);
    requireAgreement(ours, peer);
    const alone = comparesGains(row) && {
      oursAlone: await start(row.ours(1)),
      ...(peer && { peerAlone: await start(row.peer(1)) }),
    };
    const pairs: Pair[] = [];
    progress.round(0, rounds);
    for await (const pair of interleave({ ours, ...(peer && { peer }), ...alone }, rounds))
      progress.round(pairs.push(pair), rounds);
    return {
      row,
      rounds,
      threads,
      loadBefore,
      ...compare(pairs),
      versions: { ...ours.ready.versions, ...peer?.ready.versions },
      ...(isMissing(peerFound) && { peerMissing: peerFound.missing }),
      oursColdStartMs: ours.ready.coldStartMs,
      peerColdStartMs: peer?.ready.coldStartMs ?? null,
      oursPeakBytes: await ours.peakBytes(),
      peerPeakBytes: (await peer?.peakBytes()) ?? null,
    };
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}

const comparesGains = ({ goal }: Row): boolean => typeof goal === 'object' && 'gain' in goal;

/** Where both sides tell what they made, it has to be the same. */
function requireAgreement(ours: Side, peer: Side | undefined): void {
  const digests = [ours.ready.digest, peer?.ready.digest];
  if (digests.every((digest) => digest !== undefined) && digests[0] !== digests[1])
    throw new Error(`ours and the peer's step gave different results: SHA-256 ${digests.join(' and ')}.`);
}
