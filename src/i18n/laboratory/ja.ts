import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the laboratory, in Japanese. */
export const ja = {
  'nav.laboratory': '実験室',

  'experiment.depth-sweep': '深さ',
  'experiment.one-layer': '1つの層',
  'experiment.train-digits': '手書き数字',
  'experiment.weights': '重み',
  'experiment.activation-histograms': 'アクティベーション',
  'experiment.symmetry': '対称性',
  'experiment.gradient-flow': '勾配',
  'experiment.variance-map': '不動点',
  'experiment.correlation': '2つの入力',
  'experiment.train-toy': '平面上の点',
  'experiment.clipping': 'クリッピング',
  'experiment.precision': '数値形式',
  'experiment.normalization': '正規化',

  'question.depth-sweep': '信号は多くの層を越えて生き残るでしょうか。',
  'question.one-layer': '1つの層の出力はどれくらい大きいでしょうか。',
  'question.train-digits': '初期値は学習をどう変えるでしょうか。',
  'question.weights': 'この初期化子はどんな値を引くでしょうか。',
  'question.activation-histograms': '各層にはどんな値が入っているでしょうか。',
  'question.symmetry': '等しいニューロンどうしが違ってくることはあるでしょうか。',
  'question.gradient-flow': '誤差信号は最初の層まで届くでしょうか。',
  'question.variance-map': '2次モーメントはどこに落ち着くでしょうか。',
  'question.correlation': '2つの入力は違うままでいられるでしょうか。',
  'question.train-toy': '初期値は決定境界をどう変えるでしょうか。',
  'question.clipping': '勾配クリッピングは何を変えるでしょうか。',
  'question.precision': '値はいつ数値形式の範囲を外れるでしょうか。',
  'question.normalization': '正規化があれば悪い初期値でもよいのでしょうか。',

  'laboratory.experiments': '実験',
  'laboratory.unknown': '「{given}」という実験はここにはありません。代わりに表示しているもの：{used}。',
  'laboratory.noFigure': '実験を実行すると図が表示されます。',
  'laboratory.save': '結果を保存',
  'laboratory.csv': '表（CSV）',
  'laboratory.json': 'すべての数（JSON）',
  'laboratory.svg': '図（SVG）',
  'laboratory.png': '図（PNG）',
  'laboratory.afterRun': '実行すると保存できます。',
  'laboratory.saved': '{file}を保存しました。',
  'laboratory.notSaved': 'ファイルを作れませんでした：{message}',
  'laboratory.script': 'PyTorchで同じ実験をする',
  'laboratory.scriptText': '上の設定と乱数シードをそのまま使う、手元の環境で実行するためのプログラムです。',
  'laboratory.saveScript': '{file}を保存',
  'laboratory.noScript':
    '実験の実行にはJavaScriptが必要です。JavaScriptがないときは、1つの実験のデフォルトの設定による結果だけを表示します。',

  'widget.laboratory': '実験室で開く',
} satisfies Record<keyof typeof en, Message>;
