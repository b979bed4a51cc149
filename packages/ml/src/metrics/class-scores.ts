import { badInput, isPositiveInteger } from '../errors/domain-error.ts';

/** Logits or probabilities, [images, classes] row by row. */
export interface ClassScores {
  images: number;
  classes: number;
  data: Float32Array | Float64Array;
}

/** Rows of a probability each; what `softmax` returns, and ensembles average. */
export interface Probabilities extends ClassScores {
  data: Float64Array;
}

/** [images], a class from 0 each. */
export type Labels = Uint8Array | Uint16Array | Int32Array;

/** Refuses an empty matrix, one whose data don't fill its shape, and numbers that aren't finite. */
export function requireScores({ images, classes, data }: ClassScores, name = 'scores'): void {
  if (!isPositiveInteger(images) || !isPositiveInteger(classes))
    throw badInput(`The ${name} are [${images}, ${classes}]; there must be one image and one class or more.`);
  if (data.length !== images * classes)
    throw badInput(
      `The ${name} are [${images}, ${classes}] and need ${images * classes} numbers, ${data.length} came.`,
    );
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at >= 0)
    throw badInput(
      `The ${name} hold ${data[at]} at image ${Math.floor(at / classes)}, class ${at % classes}; every number must be finite.`,
    );
}

/** Refuses labels that aren't one class of the scores for each of their images. */
export function requireLabels(labels: Labels, { images, classes }: ClassScores): void {
  if (labels.length !== images)
    throw badInput(
      `${labels.length} labels came for scores of ${images} images; there must be one for each.`,
    );
  const at = labels.findIndex((label) => label < 0 || label >= classes);
  if (at >= 0)
    throw badInput(
      `Label ${labels[at]} of image ${at} is no class of the scores; they have 0 to ${classes - 1}.`,
    );
}

/** Refuses fewer members than `atLeast`, and members of unequal shapes. */
export function requireMembers(members: readonly ClassScores[], atLeast = 1): void {
  const [first] = members;
  if (!first || members.length < atLeast)
    throw badInput(`${members.length} members came; ${atLeast} or more are needed.`);
  members.forEach((member, index) => {
    requireScores(member, `scores of member ${index}`);
    if (member.images !== first.images || member.classes !== first.classes)
      throw badInput(
        `The scores of member ${index} are [${member.images}, ${member.classes}], those of member 0 [${first.images}, ${first.classes}]; all must be of the same images and classes.`,
      );
  });
}
