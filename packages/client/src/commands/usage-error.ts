/** A command line that can't be understood. The message names what came, and what would do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
