import type { Bilingual, Language } from "./languages.ts";
import type { Card } from "./model-cards.ts";

/** One line of the table of cards: a label and one value per card. */
export interface CardRow {
  label: string;
  values: string[];
  isCode?: boolean;
}

/** What a reader should know of each model, one row per fact. */
export function describeCards(cards: readonly Card[], lang: Language): CardRow[] {
  const words = labels[lang];
  const row = (label: string, describe: (card: Card) => string, isCode = false): CardRow => ({
    label,
    values: cards.map(describe),
    isCode,
  });
  return [
    row(words.architecture, (card) => words.architectures[card.architecture](card.config)),
    row(words.parameters, ({ parameters }) => formatCount(parameters)),
    row(words.vocabulary, ({ vocabulary }) => formatCount(vocabulary)),
    row(words.size, ({ bytes }) => `${(bytes / 1e6).toFixed(2)} MB`),
    row(words.corpus, ({ corpus }) => `${corpus.name[lang]}${words.comma}${corpus.format[lang]}`),
    row(words.licence, ({ corpus }) => corpus.licence[lang]),
    row(words.test, ({ bitsPerCharacter }) => bitsPerCharacter.test.toFixed(3)),
    row(words.beforeQuantisation, ({ bitsPerCharacter }) =>
      words.loss(
        bitsPerCharacter.testBeforeQuantisation.toFixed(3),
        formatSigned(bitsPerCharacter.quantisationLoss),
      ),
    ),
    row(words.ngram, ({ bitsPerCharacter: { ngram } }) =>
      words.ngramOf(ngram.test.toFixed(3), ngram.order),
    ),
    row(words.regularisation, ({ training }) => listRegularisation(training, lang)),
    row(words.epochs, ({ training }) => words.epochsOf(training.epochs, training.bestEpoch)),
    row(words.seed, ({ training }) => String(training.seed)),
    row("SHA-256", ({ sha256 }) => sha256, true),
    row(words.retrain, ({ training }) => training.command, true),
  ];
}

function formatCount(value: number): string {
  return value.toLocaleString("en");
}

// A true minus, and never "−0.0000".
function formatSigned(value: number): string {
  const shown = Math.abs(value).toFixed(4);
  if (Number(shown) === 0) return shown;
  return `${value < 0 ? "−" : "+"}${shown}`;
}

function listRegularisation(
  { regularisation, weightDecay }: Card["training"],
  lang: Language,
): string {
  const words = labels[lang];
  const parts = Object.entries(regularisation)
    .filter(([, share]) => share > 0)
    .map(([kind, share]) => `${words.regularisations[kind] ?? kind} ${share}`);
  return [...parts, `${words.weightDecay} ${weightDecay}`].join(words.comma);
}

type Sizes = Card["config"];

interface Labels {
  comma: string;
  architecture: string;
  architectures: Record<Card["architecture"], (sizes: Sizes) => string>;
  parameters: string;
  vocabulary: string;
  size: string;
  corpus: string;
  licence: string;
  test: string;
  beforeQuantisation: string;
  loss: (bits: string, loss: string) => string;
  ngram: string;
  ngramOf: (bits: string, order: number) => string;
  regularisation: string;
  regularisations: Record<string, string>;
  weightDecay: string;
  epochs: string;
  epochsOf: (epochs: number, best: number) => string;
  seed: string;
  retrain: string;
}

const labels: Bilingual<Labels> = {
  zh: {
    comma: "，",
    architecture: "结构",
    architectures: {
      transformer: ({ layers, heads, width, mlp, context }) =>
        `Transformer，${layers} 层，每层 ${heads} 个头，宽 ${width}，前馈层 ${mlp}，上下文 ${context} 个字符`,
      lstm: ({ layers, hidden, embedding }) =>
        `LSTM，${layers} 层，${hidden} 个单元，嵌入 ${embedding} 维`,
    },
    parameters: "参数个数",
    vocabulary: "词表大小",
    size: "权重文件",
    corpus: "语料",
    licence: "语料许可",
    test: "留出文本上每字符比特数",
    beforeQuantisation: "量化成 8 位之前",
    loss: (bits, loss) => `${bits}（量化的代价 ${loss}）`,
    ngram: "对照：最好的插值 n-gram",
    ngramOf: (bits, order) => `${bits}（${order} 元）`,
    regularisation: "正则化",
    regularisations: {
      dropout: "随机失活",
      input_dropout: "输入随机失活",
      recurrent_dropout: "循环权重随机失活",
      word_dropout: "整字随机失活",
    },
    weightDecay: "权重衰减",
    epochs: "训练轮数",
    epochsOf: (epochs, best) => `${epochs}（取第 ${best} 轮）`,
    seed: "随机种子",
    retrain: "重新训练",
  },
  en: {
    comma: ", ",
    architecture: "Architecture",
    architectures: {
      transformer: ({ layers, heads, width, mlp, context }) =>
        `Transformer: ${layers} layers of ${heads} heads, width ${width}, feed-forward ${mlp}, context of ${context} characters`,
      lstm: ({ layers, hidden, embedding }) =>
        `LSTM: ${layers} ${layers === 1 ? "layer" : "layers"} of ${hidden} cells, embedding of ${embedding}`,
    },
    parameters: "Parameters",
    vocabulary: "Vocabulary",
    size: "Weights file",
    corpus: "Corpus",
    licence: "Licence of the corpus",
    test: "Bits per character on held-out text",
    beforeQuantisation: "Before rounding to 8 bits",
    loss: (bits, loss) => `${bits} (rounding costs ${loss})`,
    ngram: "For comparison: the best interpolated n-gram",
    ngramOf: (bits, order) => `${bits} (order ${order})`,
    regularisation: "Regularisation",
    regularisations: {
      dropout: "dropout",
      input_dropout: "input dropout",
      recurrent_dropout: "dropout of recurrent weights",
      word_dropout: "dropout of whole characters",
    },
    weightDecay: "weight decay",
    epochs: "Epochs",
    epochsOf: (epochs, best) => `${epochs} (number ${best} is kept)`,
    seed: "Seed",
    retrain: "Train it again",
  },
};
