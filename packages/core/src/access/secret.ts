import { createHash, randomBytes } from 'node:crypto';

/** Something that is shown once, and by whose digest it is known again. */
export interface Secret {
  /** The prefix and 256 random bits, base64url. */
  secret: string;
  digest: string;
}

/** `prefix` tells people and scanners of leaked secrets what it is. */
export function createSecret(prefix: string): Secret {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, digest: digestOf(secret) };
}

/** SHA-256, 64 hexadecimal digits. Enough for what is random; a password would want a slow one. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
