export type TensorArrayConstructor = {
  readonly BYTES_PER_ELEMENT: number;
  readonly name: string;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): TensorArray;
};

export type TensorArray =
  | Float32Array
  | Float64Array
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigInt64Array
  | BigUint64Array;

/** Which array holds which safetensors dtype, little-endian as every machine that runs this is. */
export const arrayOfDtype = {
  F32: Float32Array,
  F64: Float64Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
  I8: Int8Array,
  U16: Uint16Array,
  /** Half floats keep their bit patterns. */
  F16: Uint16Array,
  BF16: Uint16Array,
  I16: Int16Array,
  U32: Uint32Array,
  I32: Int32Array,
  I64: BigInt64Array,
  U64: BigUint64Array,
} as const satisfies Record<string, TensorArrayConstructor>;

export type Dtype = keyof typeof arrayOfDtype;

/** A named tensor of a checkpoint; `data` row by row, as many elements as `shape` multiplies to. */
export interface TensorData {
  dtype: Dtype;
  shape: readonly number[];
  data: TensorArray;
}

export const isDtype = (text: unknown): text is Dtype =>
  typeof text === 'string' && Object.hasOwn(arrayOfDtype, text);

/** Elements of a shape; 1 for a scalar's []. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, side) => size * side, 1);
