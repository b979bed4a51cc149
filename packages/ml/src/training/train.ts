import * as tf from '@tensorflow/tfjs';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { Mask } from '../pruning/mask.ts';
import { encodeCheckpoint, type TrainingIdentity } from './checkpoint.ts';
import { changesBefore, nextChange } from './mask-schedule.ts';
import { regrow, shareBefore } from './regrow.ts';
import { rewind } from './rewind.ts';
import { stepInputs } from './step-inputs.ts';
import {
  disposeMoment,
  maskedWeights,
  maskTensors,
  restingVelocities,
  type TrainingMoment,
} from './training-moment.ts';
import { requirePlan, stepsOf, type TrainingPlan } from './training-plan.ts';
import { trainingStep } from './training-step.ts';

export interface TrainingProgress {
  /** Steps done. */
  step: number;
  loss: number;
  /** The weights as they are now; to be asked for before the next step. The caller disposes of them. */
  weights(): Promise<Weights>;
  /** A file to resume from, of what the next step begins with; to be asked for before that. */
  checkpoint(identity: TrainingIdentity, seconds: number): Promise<Uint8Array>;
}

export interface Trained {
  weights: Weights;
  /** The mask in the end; none for a dense network. */
  mask?: Mask | undefined;
}

/** Trains by SGD, yielding after each step. Stopped early, it disposes of the weights. */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingProgress, Trained> {
  const steps = stepsOf(plan.images.count, plan.batchSize, plan.epochs);
  const losses = [...(plan.resume?.losses ?? [])];
  let moment = firstMoment(plan);
  try {
    requirePlan(plan);
    do {
      moment = await changeMask(plan, moment, losses.length, steps);
      const to = nextChange(plan.maskSchedule, losses.length, steps);
      moment = yield* trainUntil(to, plan, moment, losses);
    } while (losses.length < steps);
    const { state, mask } = moment;
    return { weights: maskedWeights(state.weights), mask };
  } finally {
    disposeMoment(moment);
  }
}

/** What is resumed; else the plan's weights, already masked, and momentum at rest. The plan's are disposed of. */
function firstMoment({ specs, weights, mask, resume }: TrainingPlan): TrainingMoment {
  const moment = resume ?? {
    state: { weights: maskedWeights(weights, mask), velocities: restingVelocities(specs) },
    mask,
  };
  tf.dispose(weights);
  return moment;
}

/** The mask as it has to be for the next step. */
async function changeMask(
  plan: TrainingPlan,
  moment: TrainingMoment,
  step: number,
  steps: number,
): Promise<TrainingMoment> {
  const { maskSchedule, architecture, specs } = plan;
  if (!maskSchedule || !changesBefore(maskSchedule, step)) return moment;
  if (maskSchedule.kind === 'rewind') return rewind(moment, step, maskSchedule, specs);
  const [input] = stepInputs(plan, step, step + 1);
  try {
    return await regrow(moment, shareBefore(maskSchedule, step, steps), architecture, input!);
  } finally {
    tf.dispose(input! as tf.TensorContainer);
  }
}

/** Takes the steps up to `to` under one mask, and adds their losses; the moment's state is disposed of. */
async function* trainUntil(
  to: number,
  plan: TrainingPlan,
  { state, mask, anchor }: TrainingMoment,
  losses: number[],
): AsyncGenerator<TrainingProgress, TrainingMoment> {
  const masks = maskTensors(plan.specs, mask);
  const { architecture } = plan;
  const run = await compile(trainingStep, { architecture })
    .start({ state, masks })
    .finally(() => tf.dispose([masks, state.weights, state.velocities]));
  const readMoment = async (): Promise<TrainingMoment> => {
    const { state, masks } = await run.read();
    tf.dispose(masks);
    return { state, mask, anchor };
  };
  const weights = async () => {
    const { state } = await readMoment();
    tf.dispose(state.velocities);
    return state.weights;
  };
  const checkpoint = async (identity: TrainingIdentity, seconds: number) => {
    const moment = await readMoment();
    const file = await encodeCheckpoint({ ...moment, losses, seconds }, identity);
    tf.dispose([moment.state.weights, moment.state.velocities]);
    return file;
  };
  try {
    for await (const { loss } of stepThrough(run, stepInputs(plan, losses.length, to))) {
      const { learningRate } = plan.schedule(losses.length);
      const value = await lossValue(loss, losses.length + 1, learningRate);
      losses.push(value);
      yield { step: losses.length, loss: value, weights, checkpoint };
    }
    return await readMoment();
  } finally {
    run.dispose();
  }
}

async function lossValue(loss: tf.Scalar, step: number, learningRate: number): Promise<number> {
  const [value] = await loss.data();
  loss.dispose();
  if (!Number.isFinite(value)) {
    throw badInput(
      `The loss became ${value} at step ${step}, learning rate ${learningRate}: try a smaller rate.`,
    );
  }
  return value!;
}
