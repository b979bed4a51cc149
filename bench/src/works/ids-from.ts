import { createHash } from 'node:crypto';

/** Draws ids that begin with eight digits, the same ones each time. */
export function idsFrom(prefix: string): () => string {
  let drawn = 0;
  return () => {
    const digits = createHash('md5').update(`${prefix} ${drawn++}`).digest('hex');
    return `${prefix}${digits.replace(/^.{10}(.{4})(.{3})(.{3})(.{12})$/, '-$1-4$2-8$3-$4')}`;
  };
}

/** 64 hexadecimal digits that follow from the text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
