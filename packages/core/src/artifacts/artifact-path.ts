import { DomainError } from '../errors/domain-error.ts';

/** Where a store keeps an artifact: `ab/cdef…` for the digest `abcdef…`. Throws BAD_INPUT for anything but 64 hexadecimal digits. */
export function artifactPath(digest: string): string {
  if (/^[0-9a-f]{64}$/.test(digest)) return `${digest.slice(0, 2)}/${digest.slice(2)}`;
  throw new DomainError(
    'BAD_INPUT',
    `"${digest.slice(0, 80)}" is not an artifact's digest: 64 digits of 0–9 and a–f.`,
  );
}
