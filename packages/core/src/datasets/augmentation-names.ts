/** How training images are changed each time that they are shown. What each does is the business of those who train. */
export const augmentationNames = ['none', 'crop', 'crop-and-flip'] as const;
