/** Calls between a line of code and its kernel; in a gradient there are more than the ten that an error remembers. */
const deepStack = 60;

/** The line of code behind a call of tfjs, as `file:line:column`: the first on the stack after tfjs's own lines. */
export function callingLine(stack = ''): string {
  const lines = stack.split('\n');
  const inside = (line: string) => line.includes('node_modules') || line.includes('node:');
  const calling = lines.slice(lines.findIndex(inside)).find((line) => !inside(line));
  return calling?.match(/((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/)?.[1] ?? 'an unknown line';
}

/** Runs a function whose errors remember where they come from, however deep that is. */
export function withDeepStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = deepStack;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
