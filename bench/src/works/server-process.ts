import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Launch } from '../sides/contender.ts';
import { peakBytesOf } from '../sides/peak-bytes.ts';

export interface ServerProcess {
  url: string;
  peakBytes(): number;
  /** Sends it a signal. */
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/**
 * Starts a program that says where its graph is, and waits until it does.
 * @param onLine gets all else that it says
 */
export async function startServer(
  { command, args, variables }: Launch,
  onLine: (line: string) => void = () => {},
): Promise<ServerProcess> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...variables },
  });
  const ended = once(child, 'close');
  process.once('exit', () => child.kill());
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        const address = line.match(/http:\/\/\S+\/graphql/);
        if (address) resolve(address[0]);
        else onLine(line);
      })
      .on('close', () => reject(new Error(`${args.join(' ')} ended before it listened.`)));
  });
  return {
    url,
    peakBytes: () => peakBytesOf(child.pid!),
    signal: (name) => void child.kill(name),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
