import type { PanelWords } from "./labels-zh.ts";

/** The words of the folded panels in English. */
export const en: PanelWords = {
  faults: {
    stopped: "Stopped.",
    failed: (detail) => `It did not work: ${detail}. Try again.`,
  },
  edit: {
    intro:
      "Every change is run at once, and what moved in the output is listed below. Choose layer, head and cell in the matrix above.",
    zero: (layer, head) => `Set the output of layer ${layer}, head ${head} to zero`,
    weight: (query, key, layer, head) =>
      `Layer ${layer}, head ${head}: weight of “${query}” on “${key}”; the rest of the row is rescaled`,
    masked: "The mask hides the chosen cell, so its weight is 0; choose another cell to set.",
    order: "Drag a token to another place, or focus it and press the left or right arrow.",
    orderName: (symbol, place) => `token ${place}, ${symbol}; left and right arrows move it`,
    shuffle: "Shuffle",
    reset: "Undo all changes",
    zeroed: (layer, head) => `layer ${layer}, head ${head} set to zero`,
    set: (layer, head, query, key, weight) =>
      `layer ${layer}, head ${head}: “${query}” → “${key}” set to ${weight}`,
  },
  deltas: {
    none: "Nothing is changed; the output is the model's own.",
    summary: (share) =>
      `The distribution of the next character moved by ${share} (total variation). What moved most:`,
    candidate: "Candidate",
    before: "Before",
    after: "Now",
    change: "Change",
  },
  positions: {
    title: "Positions",
    modes: {
      learned: "learned (as trained)",
      sinusoidal: "sinusoidal",
      rotary: "rotary",
      none: "none",
    },
    notes: {
      learned: "One vector per place, learned in training and added to the embedding.",
      sinusoidal:
        "Fixed sines and cosines, as strong as the learned vectors. The model never saw them, so its output gets worse.",
      rotary:
        "Nothing is added; q and k are turned by their place. The model never saw this, so its output gets worse.",
      none: "No position at all: attention goes by content alone.",
    },
    proofTitle: "Without positions, order means nothing",
    proofIntro:
      "Mask off, your text is run forwards and backwards, and the rows of the second run are put back in place and compared.",
    prove: "Work it out",
    gap: "largest difference of logits",
    verdict:
      "Without positions at most rounding is left: shuffled input gives shuffled output and nothing else. With positions, order counts.",
  },
  scale: {
    toyTitle: "Random vectors",
    toyIntro: (keys) =>
      `One query and ${keys} keys, each component drawn from a standard normal. The larger dₖ, the wider q·k spreads, and the sooner softmax keeps only one.`,
    again: "Draw again",
    without: "not scaled",
    withRoot: (root) => `divided by √dₖ = ${root}`,
    saturated: (entropy, highest, slope) =>
      `Entropy ${entropy} bits, largest weight ${highest}, steepest slope of a weight by its score ${slope}.`,
    realTitle: (layer, head) => `A real head: layer ${layer}, head ${head}`,
    divisor: "Divisor",
    usual: (d) => `Back to √${d}`,
    entropy: "Entropy (bits)",
    highest: "Largest weight",
    realNote: "The slider sets the divisor of every head in the model; matrix and output follow.",
  },
  multi: {
    shapes: (T, D, heads, d) =>
      `Shapes: input [${T}, ${D}], split into ${heads} heads with q, k, v [${T}, ${d}], weights [${T}, ${T}], outputs [${T}, ${d}]; side by side [${T}, ${D}], times W_O [${D}, ${D}], gives [${T}, ${D}]. Below is the row of the chosen query.`,
    head: (head) => `Head ${head}`,
    looks: (key, weight, norm) => `looks most at “${key}” (${weight}); its output is ${norm} long`,
    all: (count) => `Show all ${count} numbers`,
    concat: (D) => `Side by side, [${D}]`,
    projected: (D) => `Times W_O plus bias, [${D}]`,
    check: "Choose a number of the projection; its check shows below “Step by step”.",
  },
  acrostic: {
    intro:
      "Give four Chinese characters; each line begins with one, and the model writes the rest. Temperature, top-k, top-p and seed are those above.",
    heads: "First characters",
    metre: "Metre",
    five: "5 characters",
    seven: "7 characters",
    write: "Write a poem",
    wrote: (seed) => `Seed ${seed}. Press again for the next seed.`,
    unknown: (list) => `These cannot begin a line: ${list}. Take characters of the vocabulary.`,
    look: "Look at the attention of this poem",
  },
  poem: {
    intro:
      "The model writes twelve poems (seeds 1 to 12); then each head's weight on the places that matter in verse is measured and set beside equal weights.",
    metre: "Metre",
    five: "5 characters",
    seven: "7 characters",
    measure: "Measure",
    stop: "Stop",
    ownIrregular: "Your text is not in even lines of five or seven characters, so it is left out.",
    source: (count, isOwn) =>
      `Measured on ${count} poems by the model${isOwn ? " and on your text" : ""}; for each place the three heads with most weight on it.`,
    summary: ({ head, place, share, chance }) =>
      `What stands out most is ${head} (${place}): ${share} of its weight lies there, where equal weights would put ${chance}.`,
    place: "Place",
    places: {
      "line-back": "exactly one line back, same place",
      "next-place": "one line back, place of the next character",
      rhyme: "before a rhyme: the rhymes so far",
      previous: "the character before",
    },
    best: "Head",
    share: "Weight",
    chance: "If equal",
    head: (layer, head) => `layer ${layer}, head ${head}`,
    note: "One line back is 6 tokens in lines of five and 8 in lines of seven, the mark counted. Choose a head to see it in the matrix.",
  },
  statistics: {
    title: "Statistics of all heads",
    intro:
      "Computed on the current text; the first token has no choice and is left out. Choose a column to sort by.",
    filter: "Bring out heads that put weight",
    none: "no filter",
    least: "Weight at least",
    head: "Head",
    columns: {
      entropy: "Entropy (bits)",
      distance: "Mean distance",
      previous: "Previous",
      first: "First",
      self: "Itself",
      same: "Equal",
    },
  },
  lens: {
    intro: (symbol) =>
      `After “${symbol}”: the state behind every layer goes straight through the last norm and the output layer.`,
    summary: (symbol, layer) =>
      layer === 0
        ? `“${symbol}” leads from the embedding on.`
        : `From layer ${layer} on, “${symbol}” leads.`,
    layer: "Layer",
    embedding: "embedding",
    after: (layer) => `after ${layer}`,
  },
  inside: {
    intro: (symbol) => `The real numbers of token “${symbol}” on its way through the layers.`,
    stream: "Residual stream: length of what comes in, and of what attention and MLP add",
    layer: "Layer",
    parts: { input: "In", attention: "+ attention", mlp: "+ MLP", output: "Out" },
    norm: (layer) => `Layer norm in layer ${layer}`,
    normNumbers: (mean, deviation) =>
      `Minus the mean ${mean}, divided by the deviation ${deviation}, times gain, plus bias.`,
    before: "Before",
    afterNorm: "After",
    mlp: (units) => `MLP: ${units} units`,
    active: (active, units) => `${active} of ${units} are above zero after GELU. The strongest:`,
    unit: "Unit",
    up: "Before GELU",
    down: "What the MLP adds to the stream",
    all: (count) => `Show all ${count} numbers`,
  },
  cache: {
    intro:
      "For the next character, k and v of the tokens before do not change; kept, they need not be computed again.",
    allPicture: (T) => `without a cache: all ${T} rows again`,
    keptPicture: (T) => `with a cache: row ${T} alone, the rest is kept`,
    withoutCache: (T, cells) =>
      `Without a cache: all ${T} rows, ${cells} cells as drawn, ${T * T} in the square with the masked half.`,
    withCache: (T) => `With a cache: the last row, ${T} cells.`,
    tokens: "Tokens",
    pairs: "Pairs q·k",
    products: "Multiplications",
    full: "no cache",
    cached: "with cache",
    memory: "Size of the cache",
    order:
      "A pair counts once per layer and head; without a cache the whole square is scored, which grows with the square of the length, with a cache linearly. Multiplications include projections, MLP and the output layer of the last row.",
    measure: "Measure on your text",
    measured: (full, step, gap) =>
      `Full forward pass with all intermediates ${full}, last step with a cache ${step}; logits differ by at most ${gap}.`,
  },
  compare: {
    kind: "Compare",
    heads: "two heads",
    texts: "two sentences",
    other: "The other head",
    layer: (layer) => `Layer ${layer}`,
    second: "The other sentence",
    cell: (query, key, left, right) => `“${query}” → “${key}”: left ${left}, right ${right}. `,
    distance: (distance) =>
      `The rows of the two heads differ by ${distance} on average (total variation: 0 alike, 1 apart).`,
  },
  explanation: {
    intro:
      "A large weight does not mean that the model predicts what it does because of it. This searches the real model: it gives as many heads as it can weights that have nothing to do with their own, while the next-character distribution hardly moves.",
    search: "Search a counter-example",
    stop: "Stop",
    found: ({ count, heads, moved, output }) =>
      count === 0
        ? "None found for this text: replacing any head changes the prediction visibly."
        : `${count} of ${heads} heads were replaced; their weights moved by ${moved} on average, the prediction by ${output} (total variation both).`,
    replaced: (layer, head, filling, moved) =>
      `layer ${layer}, head ${head}: ${filling}, moved ${moved}`,
    fillings: {
      reversed: "reversed",
      uniform: "equal weights",
      first: "all on the first token",
      self: "all on itself",
    },
    candidate: "Candidate",
    before: "Before",
    after: "Replaced",
    moral:
      "Two kinds of attention, nearly one prediction. To show that a head matters, change it and look at the output; weights alone do not tell.",
  },
  translation: {
    intro:
      "The models above are decoders alone. A translator has an encoder too: for every word it writes, the decoder first looks over the original by cross-attention. Stored here are all weights of a small translator at four moments of its training; no model is loaded.",
    model: (parameters, trained, heldOut) =>
      `Encoder and decoder have two layers of two heads, ${parameters} parameters in all, trained on ${trained} pairs of English and Chinese sentences from a small grammar. The six sentences here and the ${heldOut} of the test are not among them.`,
    pair: "Original",
    step: "Training steps",
    head: "Layer.head",
    writes: (step) => `At step ${step} the model writes “`,
    stop: "”.",
    knows: (correct, loss) =>
      `Of unseen sentences it gets ${correct} right word for word, at ${loss} bits per word.`,
    target: "The right translation. Choose a word to see where the model looks while writing it:",
    source: (word) =>
      `Weights on the original while writing “${word}” (red frames: the words it renders):`,
    looks: (target, source, weight, isAligned) =>
      `Writing “${target}” it looks most at ${source}, weight ${weight}, ${isAligned ? "a word that it renders" : "not a word that it renders"}.`,
    aligned: (layer, head, share) =>
      `On unseen sentences, ${share} of the words have the largest weight of layer ${layer}, head ${head} on a word they render.`,
    cross: "Cross-attention: rows translation, columns original",
    encoder: "Encoder: the original looks at itself",
    decoder: "Decoder: the translation looks back",
    ring: "The red frames come from the grammar that made the sentences; the model never saw them. Chinese puts time and place before the verb, English at the end, so that dark cells leave the diagonal. Encoder and decoder are shown for the same layer and head. A row of the decoder is the word about to be written, the columns are the words written so far, from the start mark ⟨s⟩ on.",
    growing: "The same head during training",
    atStep: (step) => `Step ${step}`,
    table: "Share of words whose largest weight is on a word they render",
    correct: "Sentences right",
    lesson:
      "Late in training every sentence comes out right while some heads align worse: the model need not look at the word it renders to know it. An alignment is a hint, not a proof.",
  },
  toy: {
    intro:
      "Every word has q, k and v in two dimensions. Drag an arrow, or focus its end and press arrow keys, and see weights and output follow.",
    query: "Who asks",
    scale: "Scaling",
    noScale: "none",
    add: "Add a word",
    remove: "Remove a word",
    reset: "Reset",
    names: ["cat", "chases", "mouse", "at", "night"],
    planes: {
      match: "Query and keys: the better they align, the higher the score",
      mix: "Values and output: a thicker line is a larger weight",
    },
    hint: "Ends can be dragged or moved with arrow keys",
    output: "output",
    word: "Word",
    sum: (word, output) => `The output of “${word}” is the weighted sum of all v: ${output}.`,
  },
  engine: {
    intro:
      "The same weights also come as an ONNX file, run by transformers.js in a Worker, its runtime served by this site. It checks the TypeScript engine.",
    size: (model, runtime) => `This loads the model, ${model}, and the runtime, ${runtime}.`,
    device: "Run on",
    devices: { wasm: "wasm (CPU)", webgpu: "WebGPU", typescript: "TypeScript (this page’s own)" },
    run: "Load and compare",
    runOwn: "Run",
    stop: "Stop",
    loading: (text) => `Loading ${text}`,
    running: "Running…",
    ran: (device, ms) => `Engine: ONNX on ${device}. One forward pass ${ms}. `,
    ranOwn: (ms) =>
      `Engine: TypeScript in a Worker, since you chose it. One forward pass ${ms}, nothing more loaded.`,
    software: "This GPU is emulated on the CPU and slow. ",
    fallback: (why) => `WebGPU is not to be had (${why}); wasm runs instead. `,
    gap: (logits, attention) =>
      `Against the TypeScript engine, logits differ by at most ${logits}, attention weights by ${attention}: `,
    verdicts: { same: "within 1e-3, the same.", different: "more than 1e-3, not the same." },
    needsUsual:
      "The ONNX file runs only as trained (causal mask, learned positions, √dₖ, no edits), and so does the TypeScript engine here.",
    failed: (detail) =>
      `The ONNX engine did not run: ${detail}. The TypeScript engine is not affected; you can try again.`,
  },
  export: {
    intro: "Exports the current layer and head. The link carries text and settings.",
    png: "Matrix as PNG",
    csv: "This head's weights as CSV",
    allCsv: "All heads' weights as CSV",
    link: "Copy a link with the text",
    copied: "Copied.",
    copyFailed: "The browser did not copy; here is the link:",
    pictureFailed: "The picture could not be made; take CSV.",
  },
};
