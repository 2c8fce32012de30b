import type { Message } from '../types.ts';
import type { en } from './en.ts';

/** The texts of the laboratory, in Russian. */
export const ru = {
  'nav.laboratory': 'Лаборатория',

  'experiment.depth-sweep': 'Глубина',
  'experiment.one-layer': 'Один слой',
  'experiment.train-digits': 'Цифры',
  'experiment.weights': 'Веса',
  'experiment.activation-histograms': 'Активации',
  'experiment.symmetry': 'Симметрия',
  'experiment.gradient-flow': 'Градиенты',
  'experiment.variance-map': 'Неподвижные точки',
  'experiment.correlation': 'Два входа',
  'experiment.train-toy': 'Точки на плоскости',
  'experiment.clipping': 'Обрезка градиента',
  'experiment.precision': 'Форматы чисел',
  'experiment.normalization': 'Нормализация',

  'question.depth-sweep': 'Доживёт ли сигнал до последних слоёв?',
  'question.one-layer': 'Насколько велик выход одного слоя?',
  'question.train-digits': 'Как начальные веса меняют обучение?',
  'question.weights': 'Какие веса даёт этот инициализатор?',
  'question.activation-histograms': 'Какие значения получаются в слоях?',
  'question.symmetry': 'Могут ли одинаковые нейроны стать разными?',
  'question.gradient-flow': 'Доходит ли сигнал ошибки до первого слоя?',
  'question.variance-map': 'К какому значению придёт второй момент?',
  'question.correlation': 'Останутся ли два входа разными?',
  'question.train-toy': 'Как начальные веса меняют разделяющую границу?',
  'question.clipping': 'Что меняет обрезка градиента?',
  'question.precision': 'Когда диапазона чисел перестаёт хватать?',
  'question.normalization': 'Прощает ли нормализация плохие начальные веса?',

  'laboratory.experiments': 'Эксперименты',
  'laboratory.unknown': 'Эксперимента «{given}» здесь нет. Вместо него показан другой: {used}.',
  'laboratory.noFigure': 'Запустите эксперимент, и появится рисунок.',
  'laboratory.save': 'Сохранить результат:',
  'laboratory.csv': 'Таблица (CSV)',
  'laboratory.json': 'Все числа (JSON)',
  'laboratory.svg': 'Рисунок (SVG)',
  'laboratory.png': 'Рисунок (PNG)',
  'laboratory.afterRun': 'Доступно после запуска.',
  'laboratory.saved': 'Файл сохранён: {file}.',
  'laboratory.notSaved': 'Файл не удалось создать: {message}',
  'laboratory.script': 'Тот же эксперимент в PyTorch',
  'laboratory.scriptText': 'Программа для вашего компьютера: с настройками, заданными выше, и с тем же сидом.',
  'laboratory.saveScript': 'Сохранить {file}',
  'laboratory.noScript':
    'Для запуска эксперимента нужен JavaScript. Без него показан результат одного эксперимента с настройками по умолчанию.',

  'widget.laboratory': 'Открыть в лаборатории',
} satisfies Record<keyof typeof en, Message>;
