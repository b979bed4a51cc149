import type { ConstantValues, DType } from '../graph/node.ts';
import type { Parts } from '../lower/lower-in-parts.ts';

/** A tensor on its way to the session thread or back. */
export interface Values {
  type: DType;
  dims: readonly number[];
  data: ConstantValues;
}

/** Tensors by the names that the graph knows them by. */
export type Feeds = Readonly<Record<string, Values>>;

/** One run of a program. */
export interface StepRequest {
  program: number;
  /** The inputs that aren't resident. */
  feeds: Feeds;
  /** Residents that serve as the other inputs, as `keep` numbered them. */
  residents?: number;
  /** Outputs that are told. */
  wanted: readonly string[];
  /** Residents, each with the output that takes its place. */
  replaced: Readonly<Record<string, string>>;
}

/** How sessions are made; see onnxruntime-node. */
export interface SessionOptions {
  /** `cpu` or `cuda` */
  provider: string;
  threads: number;
}

/** What the session thread is asked, with what it answers. */
export interface Requests {
  create: { asked: { program: Parts; options: SessionOptions }; answered: number };
  release: { asked: { program: number }; answered: null };
  keep: { asked: { tensors: Feeds }; answered: number };
  step: { asked: StepRequest; answered: Feeds };
  read: { asked: { residents: number }; answered: Feeds };
  drop: { asked: { residents: number }; answered: null };
  /** Frees everything; the thread ends. */
  stop: { asked: object; answered: null };
}

export type RequestKind = keyof Requests;

export type Request = { [K in RequestKind]: { id: number; kind: K } & Requests[K]['asked'] }[RequestKind];

export type Reply = { id: number; answer: unknown } | { id: number; error: string };

/**
 * Two flags that the threads share. ONNX Runtime aborts the whole process when its thread is ended in the middle of a call,
 * so a process that exits first lets the current call finish, and the thread begins no other one.
 */
export const gate = { busy: 0, closing: 1, length: 2 } as const;
