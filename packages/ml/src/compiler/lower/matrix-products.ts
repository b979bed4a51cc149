import type { Node } from '../graph/node.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

export const matrixProducts = {
  matMul({ inputs: [a, b], attributes: { transposeA, transposeB } }, lowering): Placed {
    const { model } = lowering;
    const names = [lowering.at(a!, 'plain'), lowering.at(b!, 'plain')];
    const flat = a!.shape.length === 2 && b!.shape.length === 2;
    const [transA, transB] = [Number(transposeA), Number(transposeB)];
    if (flat) return { name: model.apply('Gemm', names, { transA, transB }), layout: 'plain' };
    const turned = [turn(names[0]!, a!, transposeA, lowering), turn(names[1]!, b!, transposeB, lowering)];
    return { name: model.apply('MatMul', turned), layout: 'plain' };
  },
} satisfies Partial<Lowerings>;

function turn(name: string, { shape }: Node, transposed: boolean, lowering: Lowering): string {
  if (!transposed) return name;
  const axes = shape.map((_, axis) => axis);
  const [row, column] = axes.splice(-2);
  return lowering.transpose(name, [...axes, column!, row!]);
}
