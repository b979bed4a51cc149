import type { Node, Window } from '../graph/node.ts';
import { windowAttributes } from './convolutions.ts';
import { sizeOf, toPlanes } from './layout.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

export const pools = {
  avgPool: (node, lowering) =>
    isWhole(node.attributes, node.inputs[0]!) ? mean(node, lowering) : pool(node, lowering, 'AveragePool'),
  avgPoolGradient: lowerAvgPoolGradient,
  maxPool(node, lowering): Placed {
    const [x] = node.inputs as [Node];
    if (!gradientOf(node, lowering)) return pool(node, lowering, 'MaxPool');
    return { name: withIndices(x, node.attributes, lowering)[0], layout: 'planes' };
  },
  maxPoolGradient: lowerMaxPoolGradient,
} satisfies Partial<Lowerings>;

function pool(
  node: Node<'avgPool' | 'maxPool'>,
  lowering: Lowering,
  operator: 'AveragePool' | 'MaxPool',
): Placed {
  const [x] = node.inputs as [Node];
  const blocks = lowering.home(x).layout === 'blocks';
  const { dilations, ...window } = windowAttributes(node.attributes);
  const attributes = operator === 'MaxPool' ? { ...window, dilations } : window;
  const name = lowering.model.apply(
    operator,
    [lowering.at(x, blocks ? 'blocks' : 'planes')],
    attributes,
    blocks ? 'com.microsoft.nchwc' : '',
  );
  return { name, layout: blocks ? 'blocks' : 'planes' };
}

/** Whether one window covers the whole picture. */
function isWhole({ kernel, pads }: Window, { shape }: Node): boolean {
  return kernel[0] === shape[1] && kernel[1] === shape[2] && pads.every((pad) => pad === 0);
}

/** The mean of each picture; of squares, without the squares in memory. */
function mean({ inputs, shape }: Node<'avgPool'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [x] = inputs as [Node];
  const square = x.op === 'square' && lowering.hasOneUser(x);
  const source = square ? x.inputs[0]! : x;
  const [, height, width] = source.shape;
  const inBlocks = lowering.home(source).layout === 'blocks';
  const name = inBlocks ? lowering.fiveAxes(source) : lowering.at(source, 'planes');
  const operator = square ? 'ReduceSumSquare' : 'ReduceSum';
  const sums = square
    ? model.apply(operator, [name], { axes: [2, 3], keepdims: 0 })
    : model.apply(operator, [name, model.int64s([2, 3])], { keepdims: 0 });
  const means = model.apply('Mul', [sums, model.filled(1 / (height! * width!), 'float32')]);
  return { name: lowering.reshapeRest(means, toPlanes(shape)), layout: 'planes' };
}

/** Every cell takes its share of each window that it lies in; of a whole window, as in tfjs, also where the picture ends. */
function lowerAvgPoolGradient(node: Node<'avgPoolGradient'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [dy] = node.inputs as [Node];
  const { kernel, strides, pads } = node.attributes;
  const planes = toPlanes(node.shape);
  const share = model.filled(1 / (kernel[0] * kernel[1]), 'float32');
  const shares = model.apply('Mul', [lowering.at(dy, 'planes'), share]);
  if (isWhole(node.attributes, node))
    return { name: model.apply('Expand', [shares, model.int64s(planes)]), layout: 'planes' };
  const [top, left, bottom, right] = pads;
  const channels = node.shape[3]!;
  const leftOver = [0, 1].map(
    (axis) =>
      node.shape[axis + 1]! -
      (strides[axis]! * (dy.shape[axis + 1]! - 1) + kernel[axis]! - [top + bottom, left + right][axis]!),
  );
  const ones = model.filled(1, 'float32', [channels, 1, ...kernel]);
  const { dilations, ...window } = windowAttributes(node.attributes);
  const attributes = { ...window, output_padding: leftOver, group: channels };
  return { name: model.apply('ConvTranspose', [shares, ones], attributes), layout: 'planes' };
}

const gradientOf = (node: Node<'maxPool'>, lowering: Lowering) =>
  lowering
    .users(node.inputs[0]!)
    .find(
      (user) =>
        user.op === 'maxPoolGradient' && JSON.stringify(user.attributes) === JSON.stringify(node.attributes),
    );

/** The largest of each window, and where it lies in the memory of the planes. */
function withIndices(x: Node, window: Window, lowering: Lowering): [string, string] {
  const key = `max pool ${JSON.stringify(window)} of ${x.id}`;
  const values = lowering.once(key, () => {
    const [values, indices] = lowering.model.applyMany(
      2,
      'MaxPool',
      [lowering.at(x, 'planes')],
      windowAttributes(window),
    );
    lowering.once(`indices of ${key}`, () => indices!);
    return values!;
  });
  const indices = lowering.once(`indices of ${key}`, () => {
    throw new Error('made with the values');
  });
  return [values, indices];
}

function lowerMaxPoolGradient(node: Node<'maxPoolGradient'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [dy, x] = node.inputs as [Node, Node];
  const zeros = model.apply('Expand', [model.filled(0, 'float32'), model.int64s([sizeOf(node.shape)])]);
  const places = lowering.reshape(withIndices(x, node.attributes, lowering)[1], [-1, 1]);
  const values = lowering.reshape(lowering.at(dy, 'planes'), [-1]);
  const added = model.apply('ScatterND', [zeros, places, values], { reduction: 'add' });
  return { name: lowering.reshape(added, toPlanes(node.shape)), layout: 'planes' };
}
