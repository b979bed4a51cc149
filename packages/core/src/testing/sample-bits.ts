import { createHash } from 'node:crypto';

/** 64 hexadecimal digits that follow from the text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Up to 256 bits, as zeros and ones, that follow from the text. */
export function bitsOf(text: string, count: number): string {
  return [...digestOf(text)]
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('')
    .slice(0, count);
}
