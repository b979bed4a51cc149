import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { DomainError } from '@kindred/core';
import type { Services } from '../services.ts';

/** Ready to be sent, which a file that isn't large is when it was checked. */
export async function openArtifact(artifacts: Services['artifacts'], digest: string): Promise<Readable> {
  try {
    const bytes = await artifacts.open(digest);
    await once(bytes, 'readable');
    return bytes;
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'ALTERED') throw cause;
    throw new Error(`Artifact ${digest} has a row but cannot be read.`, { cause });
  }
}
