import { onePart } from '../lower/lower-in-parts.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import { startSessionThread } from './session-thread.ts';

/** A process that ends, as its argument says, while ONNX Runtime computes something that takes a while. */
const side = 1500;
const model = new OnnxModel();
let product = model.input('x', 'float32', [side, side]);
for (let factor = 0; factor < 4; factor++) product = model.apply('MatMul', [product, product]);
model.output('y', product, 'float32', [side, side]);

const thread = startSessionThread();
const program = await thread.create(onePart(model.encode()), { provider: 'cpu', threads: 1 });
const x = { type: 'float32' as const, dims: [side, side], data: new Float32Array(side * side) };
void thread.step({ program, feeds: { x }, wanted: ['y'], replaced: {} });
await new Promise((resolve) => setTimeout(resolve, 100));
if (process.argv[2] === 'throw') throw new Error('as asked');
process.exit(3);
