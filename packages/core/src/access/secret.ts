import { randomBytes } from 'node:crypto';
import { sha256 } from '../artifacts/sha256.ts';

/** Something that is shown once, and by whose digest it is known again. */
export interface Secret {
  /** The prefix and 256 random bits, base64url. */
  secret: string;
  /** SHA-256: enough for what is random; a password would want a slow one. */
  digest: string;
}

/** `prefix` tells people and scanners of leaked secrets what it is. */
export function createSecret(prefix: string): Secret {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, digest: sha256(secret) };
}
