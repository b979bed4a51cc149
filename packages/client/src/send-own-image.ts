import type { Transport } from './exchange.ts';
import { sendBytes } from './send-bytes.ts';

/** An image that an experiment's networks can look at. */
export interface AddedImage {
  /** Its place among the experiment's images. */
  imageIndex: number;
  name: string;
  /** Pixels, as it came, upright. */
  width: number;
  height: number;
  /** Whether it wasn't there before. */
  isNew: boolean;
}

/** Sends a PNG, JPEG or WebP. Throws a KindredError. */
export async function sendOwnImage(
  transport: Transport,
  address: URL,
  experiment: string,
  { name, file }: { name: string; file: Blob },
): Promise<AddedImage> {
  const path = `/own-images/${encodeURIComponent(experiment)}?name=${encodeURIComponent(name)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const sent = { method: 'POST', headers, body: file, signal: undefined };
  return (await sendBytes(transport, new URL(path, address).href, sent)).json();
}
