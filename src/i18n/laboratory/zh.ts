import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the laboratory, in Chinese. */
export const zh = {
  'nav.laboratory': '实验室',

  'experiment.depth-sweep': '深度',
  'experiment.one-layer': '单层',
  'experiment.train-digits': '手写数字',
  'experiment.weights': '权重',
  'experiment.activation-histograms': '激活值',
  'experiment.symmetry': '对称性',
  'experiment.gradient-flow': '梯度',
  'experiment.variance-map': '不动点',
  'experiment.correlation': '两个输入',
  'experiment.train-toy': '平面上的点',
  'experiment.clipping': '裁剪',
  'experiment.precision': '数值格式',
  'experiment.normalization': '规范化',

  'question.depth-sweep': '信号能撑过许多层吗？',
  'question.one-layer': '一层的输出有多大？',
  'question.train-digits': '初始化怎样影响学习？',
  'question.weights': '这个初始化器会生成什么？',
  'question.activation-histograms': '各层的激活值是什么样的？',
  'question.symmetry': '相同的神经元有可能变得不同吗？',
  'question.gradient-flow': '误差信号能传到第一层吗？',
  'question.variance-map': '二阶矩会稳定在哪里？',
  'question.correlation': '两个输入能一直保持不同吗？',
  'question.train-toy': '初始化怎样影响决策边界？',
  'question.clipping': '梯度裁剪改变了什么？',
  'question.precision': '数值范围什么时候不够用？',
  'question.normalization': '有了规范化，初始化差也没关系吗？',

  'laboratory.experiments': '实验',
  'laboratory.unknown': '这里没有“{given}”这个实验，改为显示：{used}。',
  'laboratory.noFigure': '运行实验后，这里会出现图。',
  'laboratory.save': '保存结果',
  'laboratory.csv': '表格（CSV）',
  'laboratory.json': '全部数值（JSON）',
  'laboratory.svg': '图（SVG）',
  'laboratory.png': '图（PNG）',
  'laboratory.afterRun': '运行之后即可保存。',
  'laboratory.saved': '已保存{file}。',
  'laboratory.notSaved': '无法生成文件：{message}',
  'laboratory.script': '用PyTorch做同样的实验',
  'laboratory.scriptText': '这个程序采用上面的设置和随机种子，可在你自己的环境中运行。',
  'laboratory.saveScript': '保存{file}',
  'laboratory.noScript': '运行实验需要JavaScript。没有它，你只能看到其中一个实验在默认设置下的结果。',

  'widget.laboratory': '在实验室中打开',
} satisfies Record<keyof typeof en, Message>;
