import { type Address, defaultAddress } from "./address.ts";
import { listDue, reviewCard } from "./leitner.ts";
import { type FirstView, type Item, type Question, toItem } from "./question.ts";
import { scoreOf } from "./score.ts";
import type { Session } from "./session.ts";
import * as sessions from "./session.ts";
import { decodeStored, encodeStored, nothingStored, type Stored } from "./stored.ts";

export type Panel = "home" | "sheet" | "question" | "review" | "result";

const storageKey = "quiz";

/** The state of one quiz on a page, kept in the browser's storage. */
export class QuizState {
  readonly questions: ReadonlyMap<string, Question>;
  readonly items: Item[];
  readonly topics: string[];
  panel = $state<Panel>("home");
  settings = $state.raw<Address>(defaultAddress);
  stored = $state.raw<Stored>(nothingStored);
  isKept = $state(true);
  now = $state(0);
  isOvertime = $state(false);

  readonly session = $derived(this.stored.session);
  readonly current = $derived.by(() => {
    const { session } = this;
    return session && this.questions.get(session.order[session.at] ?? "");
  });
  readonly due = $derived(listDue(this.stored.cards, this.now));
  readonly isRunning = $derived(this.session !== undefined && this.session.finished === undefined);

  constructor(first: FirstView) {
    this.questions = new Map(first.questions.map((question) => [question.id, question]));
    this.items = first.questions.map(toItem);
    this.topics = first.topics.map(({ id }) => id);
  }

  /** Takes up what the browser kept and what the address asks for. */
  open(address: Address, now: number): void {
    this.now = now;
    this.settings = address;
    this.stored = this.#load();
    this.tick(now);
    if (address.panel === "sheet") this.panel = "sheet";
    else if (address.question !== "") this.show(address.question);
    else if (this.isRunning) this.panel = "question";
  }

  /** The questions of a scope, in the order of the file. */
  listScope(scope: string): Item[] {
    if (scope === "due") return this.items.filter(({ id }) => this.due.includes(id));
    if (scope === "contested") return this.items.filter(({ id }) => this.questions.get(id)?.old);
    return scope === "all" ? this.items : this.items.filter(({ topic }) => topic === scope);
  }

  begin(items: readonly Item[], now: number): void {
    const { mode, seed } = this.settings;
    this.now = now; // the clock starts full
    this.isOvertime = false;
    this.#keep({ session: sessions.startSession({ mode, seed, items, now }) });
    this.panel = "question";
  }

  /** Shows one question: in the round that is on, or else in a new round of practice. */
  show(id: string): void {
    const at = this.session?.order.indexOf(id) ?? -1;
    if (at < 0 && this.isRunning) {
      this.panel = "question"; // a link does not end a round
      return;
    }
    if (at < 0) {
      this.settings = { ...this.settings, mode: "practice", scope: "all" };
      this.begin(this.items, this.now);
      this.show(id);
      return;
    }
    this.#change((session) => sessions.moveTo(session, at));
    this.panel = "question";
  }

  choose(option: number, now: number): void {
    const { session, current } = this;
    if (!session || !current || session.finished !== undefined) return;
    const after = sessions.answer(session, current.id, option);
    if (after === session) return;
    const { cards } = this.stored;
    const isTest = session.mode === "test";
    const moved = isTest ? cards : reviewCard(cards, current.id, option === current.key, now);
    this.#keep({ session: after, cards: moved });
  }

  flag(): void {
    const { current } = this;
    if (current) this.#change((session) => sessions.toggleFlag(session, current.id));
  }

  move(step: number): void {
    this.#change((session) => sessions.moveTo(session, session.at + step));
  }

  finish(now: number): void {
    const { session } = this;
    if (!session) return;
    this.panel = "result";
    if (session.finished !== undefined) return;
    this.now = now; // what is missed now is due now
    const ended = sessions.finish(session, now);
    let { attempts, cards } = this.stored;
    if (session.mode === "test") {
      const { right, total } = scoreOf(ended, this.items);
      if (total === this.items.length) attempts = [...attempts, { time: now, right, total }];
      for (const { id, key } of this.items.filter((item) => session.order.includes(item.id))) {
        cards = reviewCard(cards, id, session.answers[id] === key, now);
      }
    }
    this.#keep({ session: ended, attempts, cards });
  }

  /** Tells the time; a test whose time is up is handed in. */
  tick(now: number): void {
    this.now = now;
    const { session } = this;
    if (!session || !this.isRunning || sessions.timeLeft(session, now) !== 0) return;
    this.isOvertime = true;
    this.finish(now);
  }

  forget(): void {
    this.#keep(nothingStored);
    this.panel = "home";
  }

  #change(change: (session: Session) => Session): void {
    if (this.session) this.#keep({ session: change(this.session) });
  }

  #keep(part: Partial<Stored>): void {
    this.stored = { ...this.stored, ...part };
    try {
      localStorage.setItem(storageKey, encodeStored(this.stored));
    } catch {
      this.isKept = false; // storage may be blocked or full
    }
  }

  #load(): Stored {
    try {
      return decodeStored(localStorage.getItem(storageKey), this.items);
    } catch {
      this.isKept = false;
      return nothingStored;
    }
  }
}
