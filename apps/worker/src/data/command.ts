import { parseArgs } from 'node:util';
import { DomainError } from '@kindred/core';
import { openDatasets } from '@kindred/ml';
import { fetchSource } from './fetch-source.ts';
import { showBytes } from './show-bytes.ts';
import { type Source, sources } from './sources.ts';

/** `npm run data`: lists what is here and what can be fetched, and fetches what is named. Answers with the exit code. */
export async function data(args: readonly string[], dataFolder: string): Promise<number> {
  try {
    const wanted = readNames(args);
    if (wanted.length === 0) console.log(await list(dataFolder));
    for (const source of wanted) {
      const display = showBytes(process.stderr);
      await fetchSource(source, dataFolder, display.show).finally(display.end);
      console.log(`${source.name} is here. Workers offer it from their next start on.`);
    }
    return 0;
  } catch (error) {
    console.error(error instanceof DomainError ? error.message : error);
    return 1;
  }
}

function readNames(args: readonly string[]): Source[] {
  const { positionals } = parse(args);
  return positionals.map((name) => {
    const source = sources.find((candidate) => candidate.name === name);
    if (source) return source;
    const known = sources.map((candidate) => candidate.name).join(', ');
    throw new DomainError('BAD_INPUT', `"${name}" can't be fetched: only ${known} can.`);
  });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: {}, allowPositionals: true });
  } catch (error) {
    throw new DomainError('BAD_INPUT', `${(error as Error).message}\nnpm run data -- [name …]`);
  }
}

/** What is here, then what isn't and can be fetched. */
export async function list(dataFolder: string): Promise<string> {
  const here = [...(await openDatasets(dataFolder)).values()];
  const isHere = ({ name }: Source) =>
    here.some((set) => set.name === name || set.name.startsWith(`${name}-`));
  const rest = sources.filter((source) => !isHere(source));
  const lines = [
    `Here, with ${dataFolder}:`,
    ...here.map(({ name, description }) => `  ${name.padEnd(18)}${description}`),
    ...(rest.length > 0 ? ['', 'To be fetched with npm run data -- <name>:'] : []),
    ...rest.map(({ name, size, description }) => `  ${name.padEnd(18)}${size.padEnd(8)}${description}`),
  ];
  return lines.join('\n');
}
