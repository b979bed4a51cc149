/** Ways to take a saliency map. What each does is the business of those who compute. */
export const saliencyMethods = [
  'gradient',
  'smoothgrad-paper',
  'smoothgrad-pair',
  'smoothgrad-captum',
] as const;
export type SaliencyMethod = (typeof saliencyMethods)[number];

/**
 * Expected work of one map in forward passes of one image, for telling the time left: each of its copies goes forward and back, with
 * the model's weights and with fresh ones.
 */
export const saliencyWork: Readonly<Record<SaliencyMethod, number>> = {
  gradient: 6,
  'smoothgrad-paper': 60,
  'smoothgrad-pair': 150,
  'smoothgrad-captum': 60,
};
