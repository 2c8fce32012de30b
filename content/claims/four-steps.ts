import type { Claim } from '#lesson/claim.ts';
import { doshi } from './shared/sources.ts';

const sentence = '一个神经网络的训练过程一般由以下4个步骤组成';
/** How the items of the list begin that follows the sentence. */
const list = `1.初始化权重和偏置
2.前向传播
3.计算损失函数
4.反向传播
5.对n次迭代重复步骤2-4`;

const items = () => list.split('\n').filter((line) => /^\d\./.test(line));

export default {
  source: doshi(sentence),
  rows: ['zh-05'],
  runs: [],
  shows: { 'steps-stated': 'integer', 'steps-listed': 'integer', 'steps-repeating': 'integer' },
  measure: () => ({
    'steps-stated': Number(/\d/.exec(sentence)?.[0]),
    'steps-listed': items().length,
    // 重复: repeat.
    'steps-repeating': items().filter((item) => item.includes('重复')).length,
  }),
  verdict: 'imprecise',
  // The number stated against the number listed. An item that says only that others are repeated may be left out of the
  // count: then the statement is loose, not wrong.
  judge: ({ 'steps-stated': stated, 'steps-listed': listed, 'steps-repeating': repeating }) => {
    if (stated === listed) return repeating >= 0 ? 'true' : 'undecided';
    if (stated === listed - repeating) return 'imprecise';
    return stated > 0 && listed > 0 && repeating >= 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'steps-stated' | 'steps-listed' | 'steps-repeating'>;
