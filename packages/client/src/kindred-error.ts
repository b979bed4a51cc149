/**
 * A call that was refused or didn't arrive. `message` is for the person who made it.
 * `code` is the API's own (`BAD_INPUT`, `NOT_FOUND`, `CONFLICT`, `UNAVAILABLE`, `RATE_LIMITED`, `TIMEOUT`, `ALTERED`, `INTERNAL` …), or
 * `UNREACHABLE` where no API answered.
 */
export class KindredError extends Error {
  override readonly name = 'KindredError';
  readonly code: string;
  /** Whether the same may go well a moment later. */
  readonly passing: boolean;

  constructor(code: string, message: string, options: ErrorOptions & { passing?: boolean } = {}) {
    super(message, options);
    this.code = code;
    this.passing = options.passing ?? code === 'UNAVAILABLE';
  }
}

/** One entry of a GraphQL answer's `errors`. */
export interface GraphError {
  message: string;
  extensions?: { code?: unknown };
}

/** The first refusal of an answer; those after it are mostly its consequences. */
export function refusal([first]: readonly [GraphError, ...GraphError[]]): KindredError {
  const code = first.extensions?.code;
  return new KindredError(typeof code === 'string' ? code : 'UNKNOWN', first.message);
}

export function unreachable(url: string, cause?: unknown): KindredError {
  return new KindredError(
    'UNREACHABLE',
    `No Kindred API answers at ${url}: start it with "npm start", or name the right address.`,
    { cause, passing: true },
  );
}
