import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the home page, the glossary, the references and the foot of each page, in Japanese. */
export const ja = {
  'home.lead':
    '深いネットワークがそもそも学習できるかどうかは、最初の乱数で決まります。このコースでは、その乱数をどれくらいの大きさにすべきかを導き、主張を一つひとつ自分で実行して確かめます。',
  'home.figureTitle': '信号は50層を越えて生き残るでしょうか。',
  'home.figureText':
    '太線は1つのネットワーク、影は10個中9個が入る範囲、細線は理論です。別の初期値を選んで実行してみましょう。',
  'home.promiseCode': '見ているコードが、動いているコード',
  'home.promiseCodeText':
    'レッスンに載せたソースは、隣の図を描くモジュールそのものです。設定を変えると、お使いのコンピュータの上で実行されます。',
  'home.promiseNumbers': '数値はすべて計算したもの',
  'home.promiseNumbersText':
    '手で書き込んだ結果はありません。どの数値も、名前と乱数シードの決まった実験から得たもので、いつでも計算し直せます。',
  'home.promiseBits': 'PyTorchと同じビット列',
  'home.promiseBitsText':
    'このサイトの乱数シード7と「torch.manual_seed(7)」は、どのブラウザでも、ビット単位で同じ重みを与えます。',
  'home.start': 'レッスン{number}から始める：{title}',
  'home.lessonsTitle': 'コースの流れ',
  'home.total': '全{lessons}レッスン。読んで、実行して、問題を解くのに、およそ{hours}時間かかります。',
  'home.partLabel': '第{number}部',
  'home.partMinutes': 'およそ{n}分',
  'home.part1': '何がうまくいかないのか',
  'home.part1Text': 'すべて等しい重み、小さすぎる重み、大きすぎる重み。3通りの失敗と、それぞれの理由を見ます。',
  'home.part2': '一つの法則、三つの規則',
  'home.part2Text':
    '1つの層で信号の大きさがどう変わるかを導きます。LeCun、Xavier、Heの初期値は、どれもここから出てきます。',
  'home.part3': '実際に使う',
  'home.part3Text': 'テンソルの形、勾配、実際の学習。規則がどこまで通用するかを確かめます。',
  'home.part4': '実務とその先',
  'home.part4Text': 'フレームワークが代わりに選ぶ値、その後に現れた方法、そして有名な主張の検証です。',
  'home.inEnglish': '今のところ英語のみ',
  'home.needsTitle': '必要な予備知識',
  'home.needs1': '和、平均、対数',
  'home.needs1Text': 'レッスン1と10。読んで、実行して、設定を変えてみます。導出は飛ばしてかまいません。',
  'home.needs2': '行列、連鎖律、平均と分散',
  'home.needs2Text':
    'レッスン1から11までと13。導出もほとんど追えます。どれも入門程度で足ります。導出の各ステップで、使う仮定を示します。',
  'home.needs3': '正規分布の密度を含む積分、特異値',
  'home.needs3Text': 'レッスン3、5〜9、11の長い導出のいくつかと、レッスン12の大部分です。',
  'home.needs4': 'プログラミング',
  'home.needs4Text':
    '読むだけなら要りません。セルのコードは、数式を1行ずつたどるTypeScriptです。実験室では、どの実験もPyTorchのプログラムとして書き出せます。',
  'home.needs5': 'インストールは不要',
  'home.needs5Text': '実験はこのブラウザの中で動きます。',

  'glossary.title': '用語集',
  'glossary.lead': '用語の形を言語ごとに1つに決め、コース全体で同じ形を使います。',
  'glossary.lessons': '出てくるレッスン',

  'nav.more': 'その他のページ',
  'nav.notation': '記法',
  'nav.references': '参考文献',
  'nav.about': 'このコースについて',

  'references.copy': 'BibTeXをコピー',
  'references.download': 'すべてをBibTeXでダウンロード',
  'references.cited': '引用しているレッスン',
  'references.copied': 'コピーしました。',
  'references.copyFailed': 'ブラウザの制限でコピーできません。項目を選択し、手動でコピーしてください。',
} as const satisfies Record<keyof typeof en, Message>;
