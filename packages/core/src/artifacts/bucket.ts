import type { S3ServiceException } from '@aws-sdk/client-s3';
import type { S3Driver } from 'flydrive/drivers/s3';
import { DomainError } from '../errors/domain-error.ts';
import { explainBucketTrouble } from './explain-bucket-trouble.ts';
import type { FileStore } from './file-store.ts';

/**
 * Files in a bucket of S3, or of a server that speaks as S3 does. Who that is and by which keys it is asked, the client of AWS finds
 * where it always does: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, …
 * @param place `s3://bucket`, or `s3://bucket/prefix`; anything else throws BAD_INPUT
 */
export function openBucket(place: string): FileStore {
  const { bucket, prefix } = readPlace(place);
  let driver: Promise<S3Driver> | undefined;

  async function ask<Answer>(question: (driver: S3Driver) => Promise<Answer>): Promise<Answer> {
    driver ??= openDriver(bucket);
    return question(await driver).catch((error: S3ServiceException) => {
      throw explainBucketTrouble(place, error);
    });
  }

  return {
    write: (path, bytes) => ask((driver) => driver.put(prefix + path, bytes)),
    open: (path) => ask((driver) => orNone(driver.getStream(prefix + path))),
    remove: (path) => ask((driver) => driver.delete(prefix + path)),
    freeBytes: async () => null,
  };
}

function readPlace(place: string): { bucket: string; prefix: string } {
  const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?\/?$/.exec(place) ?? [];
  if (bucket) return { bucket, prefix: prefix ? `${prefix}/` : '' };
  throw new DomainError('BAD_INPUT', `"${place}" names no bucket: write s3://bucket or s3://bucket/prefix.`);
}

/** Loaded where it is wanted: it takes a third of a second. */
async function openDriver(bucket: string): Promise<S3Driver> {
  const [{ S3Client }, { S3Driver }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('flydrive/drivers/s3'),
  ]);
  const client = new S3Client({
    // What stands at AWS_ENDPOINT_URL seldom has a name for each bucket, and AWS takes paths too.
    forcePathStyle: true,
    // Not all servers know the newer checksums; every read is checked by SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
  });
  return new S3Driver({ client, bucket, visibility: 'private', supportsACL: false });
}

function orNone<Found>(found: Promise<Found>): Promise<Found | undefined> {
  return found.catch((error: S3ServiceException) => {
    if (error.name !== 'NoSuchKey') throw error;
    return undefined;
  });
}
