/** CIFAR's shapes. */
export const smallImages = { size: 32, channels: 3, classes: 10 };

/** As children are tuned, at a rate at which random labels do no harm. */
export const tuningRates = { learningRate: 0.01, momentum: 0.9, weightDecay: 5e-4 };
