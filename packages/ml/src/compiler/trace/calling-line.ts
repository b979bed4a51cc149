import { fileURLToPath } from 'node:url';

const ownFolder = fileURLToPath(new URL('.', import.meta.url));

/** The line of code behind a call of tfjs, as `file:line:column`: the first on the stack that is neither tfjs's nor the tracing's. */
export function callingLine(stack = new Error().stack): string {
  const lines = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const calling = lines.find(
    (line) => !line.includes('node_modules') && !line.includes('node:') && !line.includes(ownFolder),
  );
  return calling?.match(/\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/)?.[1] ?? 'an unknown line';
}
