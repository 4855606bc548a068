import type {CurveChoice} from '../curve.ts';
import type {World} from '../world.ts';
import {chanceWorld, defaultsOf, formWorld} from './world.ts';

/** What the lettered curve shows once the format is learnt: cloze questions show it all along. */
function knowledge(): CurveChoice {
  const {amplitude, middle, spread} = defaultsOf('lettered').values;
  return defaultsOf('logistic', {amplitude: amplitude!, middle: middle!, scale: spread!});
}

/** The rivals of the loss-threshold model: other truths about how an ability comes. */
export const RIVAL_WORLDS: readonly World[] = [
  formWorld('token', {
    name: 'mirage',
    label: {en: 'mirage', zh: '海市蜃楼'},
    about: {
      en: 'the probability of a right token grows smoothly, p = exp(-loss of the answer), and every metric follows from it and the length of the answer',
      zh: '单个词元答对的概率平滑增长，p = exp(-答案损失)，所有指标都由它和答案长度得出',
    },
    lesson: {
      en: 'A long answer makes exact match bend late and fast; per-token metrics of the same answers show a smooth rise from the start.',
      zh: '答案越长，精确匹配弯得越晚越急；同样答案的逐词元指标从一开始就平滑上升。',
    },
    paper: 'Schaeffer et al. 2023, section 2, arXiv:2304.15004',
    illustrative: true,
  }),
  formWorld('subtasks', {
    name: 'subtasks',
    label: {en: 'sub-tasks', zh: '子任务'},
    about: {
      en: 'a task needs five sub-skills at once, each of which grows smoothly: their product',
      zh: '一个任务同时需要五个子技能，每个都平滑增长：表现是它们的乘积',
    },
    lesson: {
      en: 'The product bends although no part does; changing the metric of the whole task cannot show the parts, scoring the sub-tasks can.',
      zh: '各部分不弯，乘积却弯；换整个任务的指标看不到各部分，给子任务打分才能看到。',
    },
    paper: 'Zhang 2023 (talk); Arora and Goyal 2023, arXiv:2307.15936',
    illustrative: true,
  }),
  formWorld('grokking', {
    name: 'grokking',
    label: {en: 'grokking', zh: '顿悟（grokking）'},
    about: {
      en: 'an ability comes once enough examples of its task are remembered: with more data, or with a larger memory at the same data',
      zh: '记住的任务样例足够多时能力才出现：靠更多数据，或同样数据下更大的记忆',
    },
    lesson: {
      en: 'Loss does not decide: models of equal loss differ, because data and size count in another way. No metric changes that.',
      zh: '决定性的不是损失：损失相同的模型表现不同，因为数据量和规模以另一种方式起作用。换指标改变不了这一点。',
    },
    paper: 'Zhang 2023 (talk); Carlini et al. 2022, arXiv:2202.07646, for the memory',
    illustrative: true,
  }),
  chanceWorld('u-shaped', 'depth', {
    name: 'u-shaped',
    label: {en: 'U-shaped', zh: 'U 形'},
    about: {
      en: 'a distractor is learnt before the task, so that performance falls below chance first and then rises',
      zh: '先学会干扰项，再学会任务本身：表现先跌到随机水平以下，再上升',
    },
    lesson: {
      en: 'The fall comes before the rise in every metric: it is in the answers, not in their scoring.',
      zh: '在每个指标上都是先降后升：原因在答案里，不在打分方式里。',
    },
    paper: 'Wei et al. 2022, arXiv:2211.02011; McKenzie et al. 2023, arXiv:2306.09479',
    illustrative: true,
  }),
  {
    name: 'format',
    label: {en: 'format', zh: '题型格式'},
    about: {
      en: 'knowledge grows smoothly, and cloze questions show it; lettered multiple choice is chance until the format is learnt at a loss of its own',
      zh: '知识平滑增长，填空式（cloze）题目能显示出来；选字母的题在学会这种格式之前一直是随机水平，而学会格式有自己的损失值',
    },
    lesson: {
      en: 'No metric of the lettered answers removes the break; asking the same questions as cloze does.',
      zh: '对选字母的答案换什么指标都去不掉拐点；把同样的题改成填空式就没有拐点。',
    },
    paper:
      'Bhagia et al. 2024, arXiv:2412.04403 (the lettered format jumps, ranked answers do not); the numbers are ours',
    illustrative: true,
    curve: ({format}) => (format === 'cloze' ? knowledge() : defaultsOf('lettered')),
  },
  chanceWorld('mixture', 'fall', {
    name: 'mixture',
    label: {en: 'easy and hard', zh: '难易混合'},
    about: {
      en: 'easy questions rise early and fall back, hard ones fall below chance: the trends cancel until both rise',
      zh: '易题先升后回落，难题先跌到随机水平以下：两种趋势相互抵消，直到一起上升',
    },
    lesson: {
      en: 'Accuracy is flat because two trends cancel; scores by difficulty, or a metric in which they do not cancel, show them early.',
      zh: '两种趋势抵消使准确率平坦；按难度分开打分，或换一个不抵消的指标，就能早早看到。',
    },
    paper: 'Wu and Lo 2024, arXiv:2410.01692',
    illustrative: true,
  }),
  formWorld('prompting', {
    name: 'elicitation',
    label: {en: 'elicitation', zh: '提示激发'},
    about: {
      en: 'a way of prompting, such as a chain of thought, does nothing above a loss and helps below it',
      zh: '某种提示方式（如思维链）在某个损失之上不起作用，之下才有帮助',
    },
    lesson: {
      en: 'The break belongs to the prompt: every metric of the prompted answers shows it, none of the unprompted ones does.',
      zh: '拐点属于提示方式：用了提示的答案在每个指标上都有，不用提示的答案在任何指标上都没有。',
    },
    paper: 'Wei et al. 2022, table 1, arXiv:2206.07682',
    illustrative: true,
  }),
  formWorld('fine-tuned', {
    name: 'fine-tuning',
    label: {en: 'fine-tuning', zh: '微调'},
    about: {
      en: 'fine-tuning on 10,000 examples of the task moves its threshold to weaker models',
      zh: '用该任务的一万个样例微调，把阈值移到更弱的模型',
    },
    lesson: {
      en: 'Training moves the break, metrics do not: it is kept, at a higher loss.',
      zh: '移动拐点的是训练而不是指标：拐点保留，只是出现在更高的损失处。',
    },
    paper: 'Snell et al. 2024, arXiv:2411.16035',
    illustrative: true,
  }),
  formWorld('lottery', {
    name: 'lottery',
    label: {en: 'lottery over seeds', zh: '种子抽奖'},
    about: {
      en: 'each run breaks through or not, with a chance that grows as the loss falls: two lumps across seeds',
      zh: '每次训练要么突破要么不突破，概率随损失下降而增大：不同种子的表现聚成两团',
    },
    lesson: {
      en: 'Every run jumps in every metric; only the mean over seeds is smooth. More seeds, not another metric, remove the break.',
      zh: '每次训练在每个指标上都会跳变，只有多个种子的平均才平滑。去掉拐点靠的是更多种子，而不是换指标。',
    },
    paper: 'Zhao et al. 2025, arXiv:2502.17356',
    illustrative: true,
  }),
  formWorld('quanta', {
    name: 'quanta',
    label: {en: 'quanta', zh: '技能量子'},
    about: {
      en: 'skills are learnt one by one in order of use, and each question needs one: every question jumps, their mean is smooth',
      zh: '技能按使用频率一个个学会，每道题需要其中一个：每道题都会跳变，平均却平滑',
    },
    lesson: {
      en: 'The mean is smooth in every metric and every single question breaks in every metric: what is aggregated decides, not what is scored.',
      zh: '任何指标的平均都平滑，任何指标下单独一道题都有拐点：起作用的是如何汇总，而不是如何打分。',
    },
    paper: 'Michaud et al. 2023, arXiv:2303.13506',
    illustrative: true,
  }),
  formWorld('bnsl', {
    name: 'bnsl',
    label: {en: 'broken power law', zh: '分段幂律'},
    about: {
      en: 'a smoothly broken power law of scale, whose sharpness slides from a corner to no break at all',
      zh: '规模的平滑分段幂律，锐度可从拐角一直调到没有拐点',
    },
    lesson: {
      en: 'How sharp the bend is belongs to the ability: all metrics show the same width.',
      zh: '弯折有多急属于能力本身：所有指标显示同样的宽度。',
    },
    paper: 'Caballero et al. 2022, arXiv:2210.14891',
    illustrative: true,
  }),
];
