import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { DomainError } from '../errors/domain-error.ts';

/** Held back while more comes: files up to this size are checked whole before any of it is passed on. */
const mostHeld = 8 * 2 ** 20;

/**
 * Passes bytes on while it hashes them, and ends only if they are those of the digest; otherwise it fails with ALTERED, before the
 * last bytes of a large file and before the first of any other.
 */
export function verified(digest: string): Transform {
  const hash = createHash('sha256');
  const held: Buffer[] = [];
  let heldBytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      held.push(chunk);
      heldBytes += chunk.length;
      while (heldBytes > mostHeld && held.length > 1) {
        const first = held.shift()!;
        heldBytes -= first.length;
        this.push(first);
      }
      done();
    },
    flush(done) {
      const found = hash.digest('hex');
      if (found !== digest) return done(altered(digest, found));
      for (const chunk of held) this.push(chunk);
      done();
    },
  });
}

function altered(digest: string, found: string): DomainError {
  return new DomainError(
    'ALTERED',
    `Artifact ${digest} was altered: its bytes hash to ${found}. Put it back from a backup.`,
  );
}
