export {
  elu,
  eluSlope,
  selu,
  seluSlope,
  sigmoid,
  sigmoidSlope,
  silu,
  siluSlope,
  tanhOf as tanh,
  tanhSlope,
} from './activations';
export { addBias, columnSums, descend, descendWithMomentum, relu, reluSlope } from './elementwise';
export { workBytes } from './factors';
export { matmulNN, matmulNT, matmulTN } from './product';
export { softmaxCrossEntropy } from './softmax';
export { torchNormal } from './torch-normal';
export { torchUniform } from './torch-uniform';
