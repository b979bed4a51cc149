import type { S3ServiceException } from '@aws-sdk/client-s3';

/** What the keys may not do, or that there are none. */
const refused = [401, 403];

/** An error of AWS's client as one that names the store and, where a person can mend it, says how. It keeps the first as its cause. */
export function explainBucketTrouble(place: string, error: S3ServiceException): Error {
  return new Error(`The store ${place} ${reasonOf(error)}`, { cause: error });
}

function reasonOf({ name, message, $metadata }: S3ServiceException): string {
  if (name === 'NoSuchBucket') return 'has no bucket of that name: make it, or name another.';
  if (name === 'CredentialsProviderError')
    return 'wants keys, and none are set: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
  if (refused.includes($metadata?.httpStatusCode ?? 0))
    return `refuses these keys (${name}): see to AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and what they may do.`;
  return `doesn't answer as it should: ${message || name}`;
}
