// biome-ignore-all assist/source/organizeImports: the order is that of reading
/**
 * How the weights of a layer begin. Read the files in this order.
 *
 * First what every initializer is, and what it needs to know about a layer.
 */
export * from './initializer.ts';
export * from './fans.ts';
export * from './gain.ts';

/** Independent weights: laws that ignore the shape, then the one engine that does not, and its named rows. */
export * from './plain.ts';
export * from './variance-scaling.ts';
export * from './named-rows.ts';

/** Weights that hang together: matrices and kernels that hand their input on. */
export * from './identity.ts';
export * from './dirac.ts';
export * from './orthogonal.ts';
export * from './delta-orthogonal.ts';
export * from './sparse.ts';

/** Whole layers: how the course's networks start, and how the frameworks' layers do. */
export * from './torch-default.ts';
export * from './starts.ts';
export * as torchLayers from './torch-layers.ts';
export * from './framework-defaults.ts';

/** Everything above in one table, and how to draw the same in PyTorch, NumPy, Keras and JAX. */
export * from './catalogue.ts';
export * from './framework-code.ts';
