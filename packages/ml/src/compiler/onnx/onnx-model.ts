import type { ConstantValues, DType } from '../graph/node.ts';
import { modelProto } from './schema.ts';

export type Attribute = number | string | { float: number } | readonly number[];

/** ONNX's own operators, ONNX Runtime's, and its operators on blocks of channels, which are internal: its version is pinned. */
export type Domain = '' | 'com.microsoft' | 'com.microsoft.nchwc';

/** Opset 17 of ONNX: the newest that every runtime of the last years reads. */
const versions: Readonly<Record<Domain, number>> = { '': 17, 'com.microsoft': 1, 'com.microsoft.nchwc': 1 };
const irVersion = 8;

/** ONNX's numbers for the types of elements. */
export const elementTypes = { float32: 1, int32: 6, int64: 7, bool: 9 } as const;
const attributeTypes = { float: 1, int: 2, string: 3, ints: 7 } as const;

interface Operation {
  opType: string;
  input: readonly string[];
  output: readonly string[];
  name: string;
  domain: Domain;
  attribute: object[];
}

/** An ONNX model as it grows, node by node; values are known by their names. */
export class OnnxModel {
  readonly #batch: string | undefined;
  readonly #operations: Operation[] = [];
  readonly #initializers = new Map<string, object>();
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  readonly #named = new Map<string, string>();
  /** Values that those outside know under their own names. */
  readonly #told = new Set<string>();
  #count = 0;

  /** @param batch a name for the first axis of inputs and outputs, where its size is left open */
  constructor(batch?: string) {
    this.#batch = batch;
  }

  /** Adds an operation and returns the name of its output. */
  apply(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain: Domain = '',
  ): string {
    return this.applyMany(1, opType, inputs, attributes, domain)[0]!;
  }

  /** An operation with several outputs. */
  applyMany(
    outputs: number,
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain: Domain = '',
  ): string[] {
    const name = this.#fresh(opType);
    const output = Array.from({ length: outputs }, (_, index) => (index === 0 ? name : `${name}:${index}`));
    const attribute = Object.entries(attributes).map(([name, value]) => attributeProto(name, value));
    this.#operations.push({ opType, input, output, name, domain, attribute });
    return output;
  }

  /** A list of whole numbers, as shapes and axes are; equal lists are kept once. */
  int64s(values: readonly number[]): string {
    return this.#once(`int64 ${values}`, () =>
      this.constant(this.#fresh('int64s'), 'int64', [values.length], BigInt64Array.from(values, BigInt)),
    );
  }

  /** One value at every place of a small shape; equal ones are kept once. */
  filled(value: number, dtype: DType, shape: readonly number[] = []): string {
    const length = shape.reduce((product, size) => product * size, 1);
    return this.#once(`${dtype} ${Object.is(value, -0) ? '-0' : value} [${shape}]`, () =>
      this.constant(this.#fresh('filled'), dtype, shape, valuesOf(dtype, Array(length).fill(value))),
    );
  }

  constant(
    name: string,
    dtype: DType | 'int64',
    dims: readonly number[],
    values: ConstantValues | BigInt64Array,
  ): string {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#initializers.set(name, { name, dims, dataType: elementTypes[dtype], rawData });
    return name;
  }

  hasConstant(name: string): boolean {
    return this.#initializers.has(name);
  }

  input(name: string, dtype: DType, shape: readonly number[]): string {
    this.#told.add(name);
    this.#inputs.push(this.#valueInfo(name, dtype, shape));
    return name;
  }

  /** Tells a value to whoever runs the model, uncopied under the name that it has, if that isn't taken; returns the name. */
  tell(value: string, dtype: DType, shape: readonly number[]): string {
    if (this.#told.has(value) || this.hasConstant(value)) {
      const name = this.#fresh('told');
      this.output(name, value, dtype, shape);
      return name;
    }
    this.#told.add(value);
    this.#outputs.push(this.#valueInfo(value, dtype, shape));
    return value;
  }

  /** Tells a value to whoever runs the model, under a name of its own. */
  output(name: string, value: string, dtype: DType, shape: readonly number[]): void {
    this.#operations.push({
      opType: 'Identity',
      input: [value],
      output: [name],
      name: this.#fresh('Identity'),
      domain: '',
      attribute: [],
    });
    this.#outputs.push(this.#valueInfo(name, dtype, shape));
  }

  /** How many of each operation there are, for tests and profiles. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { opType } of this.#operations) counts.set(opType, (counts.get(opType) ?? 0) + 1);
    return counts;
  }

  /** The bytes of the .onnx file. */
  encode(metadata: Readonly<Record<string, string>> = {}): Uint8Array {
    const domains = new Set<Domain>(['', ...this.#operations.map(({ domain }) => domain)]);
    const model = {
      irVersion,
      producerName: 'kindred',
      opsetImport: [...domains].map((domain) => ({ domain, version: versions[domain] })),
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
      graph: {
        name: 'kindred',
        node: this.#operations,
        initializer: [...this.#initializers.values()],
        input: this.#inputs,
        output: this.#outputs,
      },
    };
    return modelProto.encode(model).finish();
  }

  #valueInfo(name: string, dtype: DType, shape: readonly number[]): object {
    const dim = shape.map((size, axis) =>
      axis === 0 && this.#batch ? { dimParam: this.#batch } : { dimValue: size },
    );
    return { name, type: { tensorType: { elemType: elementTypes[dtype], shape: { dim } } } };
  }

  #fresh(hint: string): string {
    return `${hint}#${this.#count++}`;
  }

  #once(key: string, make: () => string): string {
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const name = make();
    this.#named.set(key, name);
    return name;
  }
}

export function valuesOf(dtype: DType, values: readonly number[]): ConstantValues {
  if (dtype === 'float32') return Float32Array.from(values);
  return dtype === 'int32' ? Int32Array.from(values) : Uint8Array.from(values);
}

function attributeProto(name: string, value: Attribute): object {
  if (typeof value === 'number') return { name, type: attributeTypes.int, i: value };
  if (typeof value === 'string')
    return { name, type: attributeTypes.string, s: new TextEncoder().encode(value) };
  if ('float' in value) return { name, type: attributeTypes.float, f: value.float };
  return { name, type: attributeTypes.ints, ints: value };
}
