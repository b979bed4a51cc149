import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A server that speaks as S3 does, with a bucket named `kindred`. */
export interface RunningS3 {
  port: number;
  /** By which AWS's client finds it, and is let in. */
  env: Record<'AWS_ENDPOINT_URL' | 'AWS_REGION' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY', string>;
  /** The file on this disk that holds an object. */
  fileOf(key: string): string;
  close(): Promise<void>;
}

export async function startS3(): Promise<RunningS3> {
  const directory = await mkdtemp(join(tmpdir(), 'kindred-s3-'));
  const buckets = [{ name: 'kindred' }];
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: buckets };
  const server = new S3rver(options);
  const { port } = await server.run();
  return {
    port,
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    fileOf: (key) => join(directory, 'kindred', `${key}._S3rver_object`),
    async close() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
