import type { Node } from '../graph/node.ts';
import { toPlanes } from './layout.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

/** Local response normalisation: x / (bias + alpha · Σ x² over the neighbouring channels)^beta. */
export const localResponse = {
  lrn: ({ inputs, attributes: { radius, bias, alpha, beta } }, lowering) => {
    const size = 2 * radius + 1;
    // ONNX divides alpha by the number of channels that it sums.
    const attributes = {
      size,
      alpha: { float: alpha * size },
      beta: { float: beta },
      bias: { float: bias },
    };
    return {
      name: lowering.model.apply('LRN', [lowering.at(inputs[0]!, 'planes')], attributes),
      layout: 'planes',
    };
  },
  lrnGradient: lowerGradient,
} satisfies Partial<Lowerings>;

/** dx = dy · base^−beta − 2 · alpha · beta · x · Σ dy · y / base, base = bias + alpha · Σ x². */
function lowerGradient(node: Node<'lrnGradient'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const { radius, bias, alpha, beta } = node.attributes;
  const [x, y, dy] = node.inputs.map((input) => lowering.at(input, 'planes')) as [string, string, string];
  const number = (value: number) => model.filled(value, 'float32');
  const neighbours = (name: string) => sumOverChannels(name, node.shape, radius, lowering);
  const base = model.apply('Add', [
    model.apply('Mul', [neighbours(model.apply('Mul', [x, x])), number(alpha)]),
    number(bias),
  ]);
  const direct = model.apply('Mul', [dy, model.apply('Pow', [base, number(-beta)])]);
  const shared = neighbours(model.apply('Div', [model.apply('Mul', [dy, y]), base]));
  const indirect = model.apply('Mul', [model.apply('Mul', [x, shared]), number(2 * alpha * beta)]);
  return { name: model.apply('Sub', [direct, indirect]), layout: 'planes' };
}

/** For each channel the sum over those up to `radius` away: a pool over the channels as if they were rows. */
function sumOverChannels(name: string, shape: readonly number[], radius: number, lowering: Lowering): string {
  const { model } = lowering;
  const [batch, channels, height, width] = toPlanes(shape);
  const size = 2 * radius + 1;
  const rows = lowering.reshape(name, [batch, 1, channels, height * width]);
  const means = model.apply('AveragePool', [rows], {
    kernel_shape: [size, 1],
    pads: [radius, 0, radius, 0],
    count_include_pad: 1,
  });
  const sums = model.apply('Mul', [means, model.filled(size, 'float32')]);
  return lowering.reshape(sums, [batch, channels, height, width]);
}
