import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePng } from '../images/png.ts';
import { fitImage } from './fit-image.ts';

const every = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 37) % 256);

test('an image of the right size stays as it is, grey or in colour', async () => {
  for (const channels of [1, 3] as const) {
    const data = every(16 * 16 * channels);
    const file = encodePng({ width: 16, height: 16, channels, data });
    expect([...(await fitImage(file, { height: 16, channels }))]).toEqual([...data]);
  }
});

test('a grey image that comes in colour is the same grey, and colours are as bright as PIL says', async () => {
  const grey = every(256);
  const data = Uint8Array.from({ length: 768 }, (_, index) => grey[Math.floor(index / 3)]!);
  const file = encodePng({ width: 16, height: 16, channels: 3, data });
  expect(await fitImage(file, { height: 16, channels: 1 })).toEqual(grey);
  const red = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c80a32' } })
    .png()
    .toBuffer();
  // Image.new('RGB', (8, 8), '#c80a32').convert('L')
  expect(new Set(await fitImage(red, { height: 8, channels: 1 }))).toEqual(new Set([71]));
});

test('a wide one is resized by its shorter side and cut from the centre', async () => {
  const half = { create: { width: 32, height: 16, channels: 3 as const, background: '#00f' } };
  const wide = sharp({ create: { width: 64, height: 16, channels: 3, background: '#f00' } });
  const file = await wide
    .composite([{ input: half, left: 32, top: 0 }])
    .png()
    .toBuffer();
  const row = (await fitImage(file, { height: 8, channels: 3, shorterSide: 16 })).subarray(0, 24);
  expect([...row.subarray(0, 12)]).toEqual([255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0]);
  expect([...row.subarray(12)]).toEqual([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255]);
});

test('what is no image is refused', async () => {
  await expect(fitImage(Buffer.from('<svg/>'), { height: 8, channels: 3 })).rejects.toThrow(
    /^The file can't be read as an image: /,
  );
});
