/** A step of a pipeline as dvc.yaml states it; paths and `params:` keys name what it reads. */
export interface Stage {
  name: string;
  cmd: string;
  deps: readonly string[];
  outs: readonly string[];
}

/** Content hashes by path, of the files that exist. */
export type Hashes = Readonly<Record<string, string>>;

/** What dvc.lock remembers of the last run of a stage. */
export interface Run {
  cmd: string;
  deps: Hashes;
  outs: Hashes;
}

/** `stale` runs for certain; `waiting` runs only if a stage before it gives other outputs. */
export type Verdict = "fresh" | "waiting" | "stale";

/** The verdict on every stage, in an order that respects their dependencies. */
export function judgeStages(
  stages: readonly Stage[],
  now: Hashes,
  lock: Readonly<Record<string, Run>>,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const makers = mapMakers(stages);
  for (const stage of orderStages(stages, makers)) {
    const upstream = stage.deps.map((path) => verdicts.get(makers.get(path)?.name ?? ""));
    const isUpset = upstream.some((verdict) => verdict === "stale" || verdict === "waiting");
    const hasChanged = isChanged(stage, now, lock[stage.name]);
    verdicts.set(stage.name, hasChanged ? "stale" : isUpset ? "waiting" : "fresh");
  }
  return verdicts;
}

function isChanged(stage: Stage, now: Hashes, run: Run | undefined): boolean {
  if (!run || run.cmd !== stage.cmd) return true;
  const hasOther = (paths: readonly string[], then: Hashes): boolean =>
    paths.some((path) => now[path] === undefined || now[path] !== then[path]);
  return hasOther(stage.deps, run.deps) || hasOther(stage.outs, run.outs);
}

function mapMakers(stages: readonly Stage[]): Map<string, Stage> {
  const makers = new Map<string, Stage>();
  for (const stage of stages) {
    for (const out of stage.outs) {
      if (makers.has(out)) throw new Error(`ambiguous output ${out}: two stages write it`);
      makers.set(out, stage);
    }
  }
  return makers;
}

/** Depth first; throws where stages wait for one another. */
function orderStages(stages: readonly Stage[], makers: Map<string, Stage>): Stage[] {
  const done = new Set<Stage>();
  const open = new Set<Stage>();
  const visit = (stage: Stage): void => {
    if (done.has(stage)) return;
    if (open.has(stage)) throw new Error(`invalid pipeline: ${stage.name} waits for itself`);
    open.add(stage);
    for (const path of stage.deps) {
      const maker = makers.get(path);
      if (maker) visit(maker);
    }
    done.add(stage);
  };
  for (const stage of stages) visit(stage);
  return [...done];
}
