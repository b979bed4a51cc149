import type { Node, Paddings } from '../graph/node.ts';
import { planesAxis, toPlanes } from './layout.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

/** What moves values and computes none. */
export const shapes = {
  input: (node, { model }) => ({
    name: model.input(node.attributes.name, node.dtype, node.shape),
    layout: 'plain',
  }),
  constant: ({ id, attributes: { name, values }, dtype, shape }, { model }) => ({
    name: model.constant(model.hasConstant(name) ? `${name}#${id}` : name, dtype, shape, values),
    layout: 'plain',
  }),
  splat: lowerSplat,
  reshape: lowerReshape,
  transpose: lowerTranspose,
  pad: lowerPad,
  mirrorPad: lowerMirrorPad,
  slice: lowerSlice,
  stridedSlice: lowerStridedSlice,
  reverse: lowerReverse,
  concat: lowerConcat,
  tile: ({ inputs: [x], attributes: { repeats } }, lowering) => ({
    name: lowering.model.apply('Tile', [lowering.at(x!, 'plain'), lowering.model.int64s(repeats)]),
    layout: 'plain',
  }),
} satisfies Partial<Lowerings>;

/** Longer ones are spread when the model runs, so that a file doesn't grow by megabytes of one number. */
const longestKept = 1024;

function lowerSplat({ attributes: { value }, dtype, shape }: Node<'splat'>, { model }: Lowering): Placed {
  const length = shape.reduce((product, size) => product * size, 1);
  if (length <= longestKept) return { name: model.filled(value, dtype, shape), layout: 'plain' };
  return { name: model.apply('Expand', [model.filled(value, dtype), model.int64s(shape)]), layout: 'plain' };
}

function lowerReshape(node: Node<'reshape'>, lowering: Lowering): Placed {
  const [x] = node.inputs as [Node];
  const [, height, width] = x.shape;
  // Pictures of one pixel are the same list of channels in planes as they are in plain.
  const onePixel = x.shape.length === 4 && height === 1 && width === 1;
  const source = onePixel && lowering.home(x).layout !== 'plain' ? 'planes' : 'plain';
  const value = lowering.at(x, source);
  const sameFirst = node.shape.length > 0 && node.shape[0] === x.shape[0];
  const name = sameFirst ? lowering.reshapeRest(value, node.shape) : lowering.reshape(value, node.shape);
  return { name, layout: 'plain' };
}

/** Pictures that someone transposed to planes by hand, or back, are taken at their word. */
function lowerTranspose(node: Node<'transpose'>, lowering: Lowering): Placed {
  const [x] = node.inputs as [Node];
  const { permutation } = node.attributes;
  if (`${permutation}` === `${toPlanes([0, 1, 2, 3])}`)
    return { name: lowering.at(x, 'planes'), layout: 'plain' };
  if (`${permutation}` === '0,2,3,1') return { name: lowering.at(x, 'plain'), layout: 'planes' };
  return { name: lowering.transpose(lowering.at(x, 'plain'), permutation), layout: 'plain' };
}

const isEmpty = ([before, after]: readonly [number, number]): boolean => before === 0 && after === 0;

function lowerPad(node: Node<'pad'>, lowering: Lowering): Placed {
  const [x] = node.inputs as [Node];
  const { paddings, value } = node.attributes;
  const { model, block } = lowering;
  const fill = model.filled(value, node.dtype);
  const channelPads = paddings[3];
  const spatial = paddings.slice(0, 3);
  if (
    lowering.layoutFor(node) === 'blocks' &&
    spatial.every(isEmpty) &&
    channelPads!.every((n) => n % block === 0)
  ) {
    const [before, after] = channelPads!.map((channels) => channels / block);
    const pads = model.int64s([0, before!, 0, 0, 0, 0, after!, 0, 0, 0]);
    const padded = model.apply('Pad', [lowering.fiveAxes(x), pads, fill]);
    return { name: lowering.fourAxes(padded, node.shape), layout: 'blocks' };
  }
  return padded(node, paddings, lowering, (name, pads) => model.apply('Pad', [name, pads, fill]));
}

function lowerMirrorPad(node: Node<'mirrorPad'>, lowering: Lowering): Placed {
  const { paddings, mode } = node.attributes;
  // ONNX's "reflect" leaves the edge out, as tfjs's does; "symmetric", which repeats it, is gathered.
  if (mode === 'reflect')
    return padded(node, paddings, lowering, (name, pads) =>
      lowering.model.apply('Pad', [name, pads], { mode }),
    );
  const [x] = node.inputs as [Node];
  const name = paddings.reduce(
    (name, [before, after], axis) => {
      if (before + after === 0) return name;
      return lowering.model.apply(
        'Gather',
        [name, lowering.model.int64s(symmetric(x.shape[axis]!, before, after))],
        {
          axis,
        },
      );
    },
    lowering.at(x, 'plain'),
  );
  return { name, layout: 'plain' };
}

function symmetric(size: number, before: number, after: number): number[] {
  return Array.from({ length: before + size + after }, (_, place) => {
    const from = place - before;
    if (from < 0) return -1 - from;
    return from < size ? from : 2 * size - 1 - from;
  });
}

function padded(
  node: Node,
  paddings: Paddings,
  lowering: Lowering,
  pad: (name: string, pads: string) => string,
): Placed {
  const [x] = node.inputs as [Node];
  const layout = picturesOrPlain(node, lowering);
  const placed = layout === 'planes' ? toPlanes(paddings) : paddings;
  const pads = [...placed.map(([before]) => before), ...placed.map(([, after]) => after)];
  return { name: pad(lowering.at(x, layout), lowering.model.int64s(pads)), layout };
}

/** Planes where the operands are pictures that don't lie plain. */
function picturesOrPlain(node: Node, lowering: Lowering): 'planes' | 'plain' {
  return lowering.layoutFor(node) === 'plain' ? 'plain' : 'planes';
}

function lowerSlice(node: Node<'slice'>, lowering: Lowering): Placed {
  const [x] = node.inputs as [Node];
  const { begin } = node.attributes;
  const { model, block } = lowering;
  const cut = begin.flatMap((_, axis) => (node.shape[axis] === x.shape[axis] ? [] : [axis]));
  const slice = (name: string, axes: readonly number[], from: readonly number[], to: readonly number[]) =>
    model.apply('Slice', [name, model.int64s(from), model.int64s(to), model.int64s(axes)]);
  const home = lowering.home(x).layout;
  const [first, last] = [begin[3]!, begin[3]! + node.shape[3]!];
  if (home === 'blocks' && `${cut}` === '3' && first % block === 0 && last % block === 0) {
    const name = slice(lowering.fiveAxes(x), [1], [first / block], [last / block]);
    return { name: lowering.fourAxes(name, node.shape), layout: 'blocks' };
  }
  const layout = home === 'plain' ? 'plain' : 'planes';
  const axes = layout === 'planes' ? cut.map(planesAxis) : cut;
  const from = cut.map((axis) => begin[axis]!);
  const to = cut.map((axis) => begin[axis]! + node.shape[axis]!);
  return { name: slice(lowering.at(x, layout), axes, from, to), layout };
}

/** ONNX's word for "to the very beginning" when it slices backwards. */
const beforeAll = -(2 ** 31);

function lowerStridedSlice(node: Node<'stridedSlice'>, lowering: Lowering): Placed {
  const { begin, end, strides } = node.attributes;
  const { model } = lowering;
  const to = end.map((place, axis) => (strides[axis]! < 0 && place < 0 ? beforeAll : place));
  const axes = begin.map((_, axis) => axis);
  const lists = [begin, to, axes, strides].map((list) => model.int64s(list));
  return { name: model.apply('Slice', [lowering.at(node.inputs[0]!, 'plain'), ...lists]), layout: 'plain' };
}

function lowerReverse({ inputs, attributes: { axes } }: Node<'reverse'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const lists = [axes.map(() => -1), axes.map(() => beforeAll), axes, axes.map(() => -1)];
  const name = model.apply('Slice', [
    lowering.at(inputs[0]!, 'plain'),
    ...lists.map((list) => model.int64s(list)),
  ]);
  return { name, layout: 'plain' };
}

function lowerConcat(node: Node<'concat'>, lowering: Lowering): Placed {
  const { axis } = node.attributes;
  const { model } = lowering;
  const homes = node.inputs.map((input) => lowering.home(input).layout);
  const whole = node.inputs.every(({ shape }) => lowering.fitsBlocks(shape[3] ?? 0));
  if (axis === 3 && node.shape.length === 4 && whole && homes.includes('blocks')) {
    const name = model.apply(
      'Concat',
      node.inputs.map((input) => lowering.fiveAxes(input)),
      { axis: 1 },
    );
    return { name: lowering.fourAxes(name, node.shape), layout: 'blocks' };
  }
  const layout = node.shape.length === 4 && homes.some((home) => home !== 'plain') ? 'planes' : 'plain';
  const name = model.apply(
    'Concat',
    node.inputs.map((input) => lowering.at(input, layout)),
    {
      axis: layout === 'planes' ? planesAxis(axis) : axis,
    },
  );
  return { name, layout };
}
