import { gradientOf, lossOf, type TwoTwoOne } from '#experiments/two-two-one.ts';

const network: TwoTwoOne = { a1: 0.5, a2: 0.5, b1: 0, b2: 0, a3: 0.5, a4: 0.5, b3: 0 };
const [x, t, step] = [0.7, 1, 1e-5];
const names = ['a1', 'a2', 'b1', 'b2', 'a3', 'a4', 'b3'] as const;

const compare = (params: TwoTwoOne) => {
  const formula = gradientOf(params, x, t, 'crossEntropy'); // [1]
  for (const name of names) {
    const up = { ...params, [name]: params[name] + step };
    const down = { ...params, [name]: params[name] - step };
    const rise = lossOf(up, x, t, 'crossEntropy') - lossOf(down, x, t, 'crossEntropy');
    const quotient = rise / (2 * step); // [2]
    console.log(
      `${name}  formula ${formula[name].toFixed(8)}  quotient ${quotient.toFixed(8)}`,
    );
  }
};

compare(network);
console.log('the same with a4 = 0.6');
compare({ ...network, a4: 0.6 }); // [3]
