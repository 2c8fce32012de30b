import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the laboratory, in Korean. */
export const ko = {
  'nav.laboratory': '실험실',

  'experiment.depth-sweep': '깊이',
  'experiment.one-layer': '층 하나',
  'experiment.train-digits': '숫자 이미지',
  'experiment.weights': '가중치',
  'experiment.activation-histograms': '활성화값',
  'experiment.symmetry': '대칭성',
  'experiment.gradient-flow': '기울기',
  'experiment.variance-map': '고정점',
  'experiment.correlation': '두 입력',
  'experiment.train-toy': '평면의 점',
  'experiment.clipping': '클리핑',
  'experiment.precision': '수 형식',
  'experiment.normalization': '정규화',

  'question.depth-sweep': '신호는 여러 층을 지나도 살아남을까요?',
  'question.one-layer': '층 하나의 출력은 얼마나 클까요?',
  'question.train-digits': '초기화는 학습을 어떻게 바꿀까요?',
  'question.weights': '이 초기화 함수는 어떤 값을 뽑을까요?',
  'question.activation-histograms': '각 층에는 어떤 값이 들어 있을까요?',
  'question.symmetry': '똑같은 뉴런이 서로 달라질 수 있을까요?',
  'question.gradient-flow': '오차 신호는 첫 층까지 닿을까요?',
  'question.variance-map': '2차 모멘트는 어디에 자리 잡을까요?',
  'question.correlation': '두 입력은 계속 서로 다를까요?',
  'question.train-toy': '초기화는 결정 경계를 어떻게 바꿀까요?',
  'question.clipping': '기울기 클리핑은 무엇을 바꿀까요?',
  'question.precision': '값은 언제 수 형식의 범위를 벗어날까요?',
  'question.normalization': '정규화를 쓰면 나쁜 초기화도 괜찮을까요?',

  'laboratory.experiments': '실험',
  'laboratory.unknown': '“{given}” 실험은 여기에 없습니다. 대신 보여 주는 실험: {used}.',
  'laboratory.noFigure': '실험을 실행하면 그림이 나옵니다.',
  'laboratory.save': '결과 저장',
  'laboratory.csv': '표(CSV)',
  'laboratory.json': '모든 수(JSON)',
  'laboratory.svg': '그림(SVG)',
  'laboratory.png': '그림(PNG)',
  'laboratory.afterRun': '실행한 다음에 저장할 수 있습니다.',
  'laboratory.saved': '{file} 파일을 저장했습니다.',
  'laboratory.notSaved': '파일을 만들지 못했습니다: {message}',
  'laboratory.script': 'PyTorch로 하는 같은 실험',
  'laboratory.scriptText': '위의 설정과 난수 시드를 그대로 쓰는, 내 컴퓨터에서 실행할 프로그램입니다.',
  'laboratory.saveScript': '{file} 저장',
  'laboratory.noScript':
    '실험을 실행하려면 JavaScript가 필요합니다. JavaScript가 없으면 실험 하나의 기본 설정 결과만 보입니다.',

  'widget.laboratory': '실험실에서 열기',
} satisfies Record<keyof typeof en, Message>;
