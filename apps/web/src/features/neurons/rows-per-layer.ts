/** Rows that show what a layer is like; its own atlas has all. */
const mostRows = 12;
/** What a page shows at once without trouble: of many models or layers there are fewer rows. */
const mostPictures = 600;

/** How many neurons of each layer a family's page shows, 1 to 12. */
export function rowsPerLayer(models: number, layers: number): number {
  return Math.max(1, Math.min(mostRows, Math.floor(mostPictures / (models * layers))));
}
