import type { RunningApi } from '@kindred/api/testing';
import { Visualization } from '@kindred/core';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { In } from 'typeorm';

const colours = { red: '#f00', green: '#0f0', blue: '#00f' } as const;
export type Colour = keyof typeof colours;

/** Gives every picture of some models one colour; of all where none are named. */
export async function paint({ db, artifacts }: RunningApi, colour: Colour, models?: string[]): Promise<void> {
  const create = { width: 64, height: 64, channels: 3, background: colours[colour] } as const;
  const imageDigest = await artifacts.put(await sharp({ create }).png().toBuffer(), 'image/png', db);
  const update = db.createQueryBuilder().update(Visualization).set({ imageDigest, width: 64, height: 64 });
  await (models ? update.where({ modelId: In(models) }) : update).execute();
}

/** What somebody who looks at it sees most of; undefined where that is none of the colours. */
export async function colourSeen(element: Locator): Promise<Colour | undefined> {
  const { dominant } = await sharp(await element.screenshot()).stats();
  const { r, g, b } = dominant;
  const [red, green, blue] = [r, g, b].map((channel) => channel > 200 && r + g + b < 300);
  return red ? 'red' : green ? 'green' : blue ? 'blue' : undefined;
}
