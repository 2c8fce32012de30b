/**
 * The files of public/golden/, so that a browser, which cannot list a folder, knows what to fetch. A test compares this
 * list with the folder.
 */
export const goldenFiles = [
  'errors.json',
  'numpy_generator.json',
  'numpy_legacy.json',
  'numpy_permutation.json',
  'torch_deterministic.json',
  'torch_gain_fan.json',
  'torch_layers.json',
  'torch_normal.json',
  'torch_orthogonal.json',
  'torch_raw.json',
  'torch_seed_7.json',
  'torch_seed_edge.json',
  'torch_sequences.json',
  'torch_sparse_randperm.json',
  'torch_trunc_normal.json',
  'torch_uniform.json',
] as const;

/** One golden file as it was read: its name and its JSON text. */
export interface GoldenText {
  name: string;
  content: string;
}
