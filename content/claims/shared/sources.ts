import type { ClaimSource } from '#lesson/claim.ts';

/** A work, without the words that stand in it. */
type Work = Omit<ClaimSource, 'quotation'>;

const quoting =
  (lang: string, work: Work) =>
  (text: string): ClaimSource => ({ ...work, quotation: { lang, text } });

// Quotations are to the letter; a formula within one stands in plain characters. First the four lecture notes.

export const aiDeepDive = quoting('ko', { work: 'AI Deep Dive, ch. 3-04', edition: 'Korean lecture notes' });

export const takayanagi = quoting('ja', {
  work: '高柳海斗, 6.2 重みの初期値',
  workLang: 'ja',
  edition: 'slides, after Saito',
});

export const itmo = quoting('ru', {
  work: 'Инициализация параметров глубокой сети',
  workLang: 'ru',
  edition: 'NEERC wiki, ITMO University',
});

export const doshi = quoting('zh-Hans', {
  work: 'N. Doshi, Deep Learning Best Practices (1): Weight Initialization',
  edition: 'Chinese edition',
});

// Well-known courses.

export const diveIntoDeepLearning = quoting('en', {
  work: 'Dive into Deep Learning, Numerical Stability and Initialization',
  edition: 'English text of March 2024',
  url: 'https://d2l.ai/chapter_multilayer-perceptrons/numerical-stability-and-init.html',
});

export const cs231n = quoting('en', {
  work: 'CS231n, Neural Networks Part 2',
  edition: 'course notes as of April 2026',
  url: 'https://cs231n.github.io/neural-networks-2/',
});

export const amsterdam = quoting('en', {
  work: 'P. Lippe, Initialization and Optimization',
  edition: 'UvA Deep Learning Tutorials, PyTorch Lightning’s edition of August 2025',
  url: 'https://github.com/Lightning-AI/tutorials/blob/main/course_UvA-DL/03-initialization-and-optimization/notebook.py',
});

export const mluExplain = quoting('en', {
  work: 'MLU-Explain, Neural Networks',
  edition: 'source code of June 2023',
  url: 'https://mlu-explain.github.io/neural-networks/',
});
