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
export { matmulNN, matmulNT, matmulTN } from './product';
export { softmaxCrossEntropy } from './softmax';
export { workBytes } from './sparse';
export { torchNormal } from './torch-normal';
export { torchUniform } from './torch-uniform';
