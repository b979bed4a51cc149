import { createReadStream } from 'node:fs';
import { DomainError } from '../errors/domain-error.ts';

/** A row of the largest mask has some megabytes. */
const longestLine = 64 * 2 ** 20;

const newline = 10;

/** The lines of a file, without their ends. Throws BAD_INPUT for one that is too long to be held in memory. */
export async function* readLines(path: string): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString();
      [parts, length, start] = [[], 0, end + 1];
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longestLine)
      throw new DomainError('BAD_INPUT', `A line of an archive's rows is longer than ${longestLine} bytes.`);
  }
  if (length > 0) yield Buffer.concat(parts).toString();
}
