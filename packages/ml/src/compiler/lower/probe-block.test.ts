import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { probeBlock, type RunModel } from './probe-block.ts';

const run: RunModel = async (model, feeds, output) => {
  const session = await InferenceSession.create(model, { logSeverityLevel: 4 });
  const tensors = Object.entries(feeds).map(
    ([name, { values, shape }]) => [name, new Tensor('float32', values, shape)] as const,
  );
  const { [output]: told } = await session.run(Object.fromEntries(tensors));
  await session.release();
  return told!.data as Float32Array;
};

describe('the probe for blocks', () => {
  it('finds what this processor uses, or nothing', async () => {
    const block = await probeBlock(run);
    if (process.arch === 'x64') expect([8, 16]).toContain(block);
    else expect([0, 8, 16]).toContain(block);
  });

  it('takes no blocks that give other values', async () => {
    let runs = 0;
    const crooked: RunModel = async (...model) => {
      const values = await run(...model);
      return runs++ === 0 ? values : values.map((value) => value + 1);
    };
    expect(await probeBlock(crooked)).toBe(0);
  });

  it('takes no blocks where the runtime has none', async () => {
    const without: RunModel = async (model, ...rest) => {
      if (new TextDecoder('latin1').decode(model).includes('nchwc')) throw new Error('no such domain');
      return run(model, ...rest);
    };
    expect(await probeBlock(without)).toBe(0);
  });
});
