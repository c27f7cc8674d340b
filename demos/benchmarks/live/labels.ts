import type { Bilingual } from "../../../src/site/languages.ts";
import type { Stage } from "./live-event.ts";
import type { ContestantId, SettingName } from "./plan.ts";

interface Labels {
  intro: string;
  noScript: string;
  data: string;
  contestants: string;
  indexes: string;
  settings: Record<SettingName, { label: string; note?: string }>;
  contestant: Record<ContestantId, string>;
  run: string;
  runNote: string;
  stop: string;
  clear: string;
  retry: string;
  ready: string;
  stage: Record<Stage, string>;
  stopping: string;
  stopped: string;
  failed: string;
  table: string;
  columns: Record<
    "contestant" | "parameters" | "recall" | "qps" | "build" | "index" | "engine",
    string
  >;
  dataset: string;
  batch: string;
  method: string;
}

export const labels: Bilingual<Labels> = {
  zh: {
    intro: "在你的浏览器里建索引、查询、计时。数据由种子生成，不下载，也不上传。",
    noScript: "现场测量需要 JavaScript。",
    data: "数据与查询",
    contestants: "参加测量的算法",
    indexes: "索引参数",
    settings: {
      n: { label: "向量数 N" },
      d: { label: "维数 d" },
      clusters: { label: "簇数", note: "簇越少，近邻越难找" },
      k: { label: "近邻数 k" },
      seed: { label: "随机种子" },
      nlist: { label: "倒排表数 nlist" },
      trees: { label: "树的棵数" },
      leaf: { label: "叶子容量", note: "每片叶子最多容纳的向量数" },
      M: { label: "图的度数 M" },
      efConstruction: { label: "建图宽度 efConstruction" },
    },
    contestant: {
      "brute-force": "暴力搜索",
      "inverted-file": "倒排文件 IVF",
      "projection-forest": "随机投影森林",
      hnsw: "HNSW",
      "brute-force-webgpu": "WebGPU 暴力搜索",
    },
    run: "开始测量",
    runNote: "只加载约 7 KB 脚本",
    stop: "停止",
    clear: "清空结果",
    retry: "重试",
    ready: "尚未运行。",
    stage: { data: "生成数据", truth: "求精确近邻", build: "建索引", search: "查询" },
    stopping: "正在停止……",
    stopped: "已停止，测完的结果保留在下面。",
    failed: "没有测完，设置和已有结果都还在，可以重试。原因：",
    table: "现场测量结果",
    columns: {
      contestant: "算法",
      parameters: "参数",
      recall: "召回率",
      qps: "每秒查询数（1/s）",
      build: "建索引（s）",
      index: "索引（KiB）",
      engine: "引擎",
    },
    dataset: "数据集",
    batch: "整批",
    method:
      "共 200 条查询，不在被查的向量之中；距离为欧氏距离。召回率按 ann-benchmarks 的规则算：距离不超过真正第 k 近邻加 0.001 的结果数，除以 k。每个设置先预热，再测 5 遍，取最快的一遍；浏览器时钟较粗，一遍不足 30 ms 时就重复若干轮。召回率到 1 后不再加大参数。索引大小包含向量本身。数据由高斯簇组成，簇数接近倒排表数时对倒排文件有利，不能代替真实数据上的比较。",
  },
  en: {
    intro:
      "Builds the indexes, asks the queries and takes the time in your browser. The data come from the seed: nothing is downloaded or sent.",
    noScript: "The live measurement needs JavaScript.",
    data: "Data and queries",
    contestants: "Algorithms to measure",
    indexes: "Index parameters",
    settings: {
      n: { label: "Vectors N" },
      d: { label: "Dimensions d" },
      clusters: { label: "Clusters", note: "fewer clusters make neighbours harder to find" },
      k: { label: "Neighbours k" },
      seed: { label: "Random seed" },
      nlist: { label: "Inverted lists nlist" },
      trees: { label: "Trees" },
      leaf: { label: "Leaf size", note: "most vectors in a leaf" },
      M: { label: "Graph degree M" },
      efConstruction: { label: "Build width efConstruction" },
    },
    contestant: {
      "brute-force": "Brute force",
      "inverted-file": "Inverted file IVF",
      "projection-forest": "Random-projection forest",
      hnsw: "HNSW",
      "brute-force-webgpu": "Brute force on WebGPU",
    },
    run: "Measure",
    runNote: "loads only some 7 KB of script",
    stop: "Stop",
    clear: "Clear results",
    retry: "Try again",
    ready: "Not run yet.",
    stage: {
      data: "drawing data",
      truth: "finding the exact neighbours",
      build: "building",
      search: "searching",
    },
    stopping: "Stopping…",
    stopped: "Stopped. What had been measured is kept below.",
    failed: "The run broke off; settings and results are kept, so try again. Reason: ",
    table: "Live measurements",
    columns: {
      contestant: "Algorithm",
      parameters: "Parameters",
      recall: "Recall",
      qps: "Queries per second (1/s)",
      build: "Build (s)",
      index: "Index (KiB)",
      engine: "Engine",
    },
    dataset: "Data set",
    batch: "batch",
    method:
      "There are 200 queries, none of them among the vectors searched; distance is Euclidean. Recall follows ann-benchmarks: answers no farther than the true k-th neighbour plus 0.001, divided by k. Each setting is warmed up and passed 5 times, and the fastest pass counts; browser clocks are coarse, so a pass shorter than 30 ms goes several rounds. A sweep ends once recall is 1. Index size includes the vectors. The data are Gaussian clusters, which favour the inverted file when there are about as many clusters as lists: no substitute for a comparison on real data.",
  },
};
