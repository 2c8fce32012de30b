import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the home page, the glossary, the references and the foot of each page, in Korean. */
export const ko = {
  'home.lead':
    '깊은 신경망이 학습할 수 있는지는 처음에 뽑은 난수가 정합니다. 그 난수가 얼마나 커야 하는지 유도하고, 여기 나오는 모든 주장을 직접 실행해 봅니다.',
  'home.figureTitle': '신호는 50층을 지나도 살아남을까요?',
  'home.figureText':
    '굵은 선은 신경망 하나, 음영은 열에 아홉이 들어오는 범위, 가는 선은 이론입니다. 다른 초기화를 골라 실행해 보세요.',
  'home.promiseCode': '보이는 코드가 곧 실행되는 코드',
  'home.promiseCodeText':
    '레슨에 실린 소스는 옆의 그림을 그리는 바로 그 모듈의 소스입니다. 설정을 바꾸면 지금 쓰는 컴퓨터에서 실행됩니다.',
  'home.promiseNumbers': '모든 수는 계산한 값',
  'home.promiseNumbersText':
    '손으로 적어 넣은 결과는 없습니다. 모든 결과는 이름과 난수 시드가 정해진 실험에서 나오며, 다시 실행해 볼 수 있습니다.',
  'home.promiseBits': 'PyTorch와 똑같은 비트',
  'home.promiseBitsText':
    '이곳의 난수 시드 7과 torch.manual_seed(7)은 어느 브라우저에서나 비트 하나까지 같은 가중치를 만듭니다.',
  'home.start': '레슨 {number}부터 시작: {title}',
  'home.lessonsTitle': '학습 경로',
  'home.total': '레슨 {lessons}개. 읽고, 실행하고, 문제를 푸는 데 약 {hours}시간이 걸립니다.',
  'home.partLabel': '{number}부',
  'home.partMinutes': '약 {n}분',
  'home.part1': '무엇이 잘못되는가',
  'home.part1Text': '모두 같은 가중치, 너무 작은 가중치, 너무 큰 가중치. 세 가지 실패와 각각의 이유를 봅니다.',
  'home.part2': '법칙 하나, 규칙 셋',
  'home.part2Text':
    '한 층을 지날 때 신호의 크기가 어떻게 바뀌는지 유도합니다. LeCun, Xavier, He 초기화가 모두 여기에서 나옵니다.',
  'home.part3': '실제로 써 보기',
  'home.part3Text': '텐서의 모양, 기울기, 실제 학습. 규칙이 어디까지 통하는지 확인합니다.',
  'home.part4': '실무와 그 너머',
  'home.part4Text': '프레임워크가 대신 고르는 값, 그 뒤에 나온 방법, 그리고 널리 알려진 주장의 검증입니다.',
  'home.inEnglish': '아직 영어로만 제공',
  'home.needsTitle': '필요한 배경지식',
  'home.needs1': '합, 평균, 로그',
  'home.needs1Text': '레슨 1과 10. 읽고, 실행하고, 설정을 바꿔 보면 됩니다. 유도는 건너뛰어도 됩니다.',
  'home.needs2': '행렬, 연쇄 법칙, 평균과 분산',
  'home.needs2Text':
    '레슨 1부터 11까지와 13, 그리고 유도 대부분입니다. 과목마다 입문 수준이면 충분합니다. 단계마다 어떤 가정을 쓰는지 밝힙니다.',
  'home.needs3': '정규분포 밀도가 든 적분, 특잇값',
  'home.needs3Text': '레슨 3, 5부터 9까지, 11에 나오는 긴 유도 몇 가지와 레슨 12의 대부분입니다.',
  'home.needs4': '프로그래밍',
  'home.needs4Text':
    '읽는 데는 필요 없습니다. 셀은 수식을 한 줄씩 따라가는 TypeScript 코드이고, 실험실에서는 모든 실험을 PyTorch 프로그램으로 내려받을 수 있습니다.',
  'home.needs5': '설치할 것 없음',
  'home.needs5Text': '실험은 브라우저에서 바로 실행됩니다.',

  'glossary.title': '용어집',
  'glossary.lead': '용어마다 언어별로 하나의 형태를 정해 강좌 전체에서 씁니다.',
  'glossary.lessons': '나오는 레슨',

  'nav.more': '다른 페이지',
  'nav.notation': '표기법',
  'nav.references': '참고문헌',
  'nav.about': '강좌 소개',

  'references.copy': 'BibTeX 복사',
  'references.download': '전체를 BibTeX로 내려받기',
  'references.cited': '인용한 레슨',
  'references.copied': '복사했습니다.',
  'references.copyFailed': '브라우저가 허용하지 않습니다. 항목을 선택해 직접 복사하세요.',
} as const satisfies Record<keyof typeof en, Message>;
