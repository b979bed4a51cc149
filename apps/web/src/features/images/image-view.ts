/** How a test image is looked at; all of it is part of the address. */
export interface ImageView {
  method: string;
  /** `predicted`, `label` or a class. */
  target: string;
  /** Name of the model that the others' maps are compared with. */
  against: string;
  /** Whose activation grids are shown; the deepest where it is empty. */
  layer: string;
  /** How the grids are made. */
  grid: string;
}

export const usualView: ImageView = {
  method: 'smoothgrad-paper',
  target: 'predicted',
  against: 'parent',
  layer: '',
  grid: 'quick',
};

/** The ways to take a saliency map, and what people call them. */
export const methods: Record<string, string> = {
  gradient: 'gradient',
  'smoothgrad-paper': 'SmoothGrad, the paper’s',
  'smoothgrad-pair': 'SmoothGrad, PAIR’s',
  'smoothgrad-captum': 'SmoothGrad, Captum’s',
};

/** The ways to make a grid, and what people call them. */
export const gridPresets: Record<string, string> = {
  quick: 'quick look',
  simple: 'each cell alone',
  grouped: 'cells in groups',
};

/** The permanent address of an image's page; what is usual is left out. */
export function imageAddress(experiment: string, index: number, view: Partial<ImageView> = {}): string {
  const unusual = Object.entries(view).filter(
    ([name, value]) => value !== usualView[name as keyof ImageView],
  );
  const query = unusual.length > 0 ? `?${new URLSearchParams(unusual)}` : '';
  return `/experiments/${encodeURIComponent(experiment)}/images/${index}${query}`;
}
