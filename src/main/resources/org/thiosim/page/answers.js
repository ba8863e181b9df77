// The answer of a question is computed: a number read from the runs, and the choice whose range it falls into.

/** The patient that a lesson's run names: the defaults with what it changes. */
function patientOf(setup) {
  const {arm, ...changes} = setup;
  return {...defaults(PATIENT), ...changes};
}

class Question {
  constructor(lesson, step) {
    this.lesson = lesson;
    this.step = step;
    this.spec = lesson.steps[step];
    this.weeks = this.spec.weeks;
    this.week = this.spec.week ?? this.weeks;
    this.kept = new Map();
  }

  /** The run before or after, with the lesson's model or the one asked for. */
  run(which, model = this.lesson.model ?? "right") {
    return this.solved(this.spec[which], model);
  }

  solved(setup, model) {
    const key = JSON.stringify([setup, model]);
    if (!this.kept.has(key)) {
      this.kept.set(key, simulate(patientOf(setup), this.weeks, model));
    }
    return this.kept.get(key);
  }

  /** One number of one run. */
  read(where) {
    const run = this.run(where.run ?? "after", where.model);
    const week = where.week ?? this.weeks;
    switch (where.kind) {
      case "share": return where.reactions.reduce((sum, id) => sum + fluxOf(run, id, week), 0) / doseOf(run, week);
      case "peak": return peakOf(run, where.id, week);
      case "low": return lowOf(run, where.id, week);
      default: return atWeek(run, where.id, week);
    }
  }

  /** How far an enzyme's effect differs between the two models: the ratio of the ratios. */
  discrepancy(change) {
    const {id} = this.spec.answer.odd;
    const ratio = model => atWeek(this.solved({...this.spec.before, ...change}, model), id, this.weeks) / atWeek(this.solved(this.spec.before, model), id, this.weeks);
    return ratio("right") / ratio("wrong");
  }

  choices() {
    const {answer} = this.spec;
    return answer.order ?? Object.keys(answer.choices);
  }

  /** The right choice and the numbers that its explanation shows. */
  answer() {
    const {answer, facts} = this.spec;
    if (answer.odd) {
      const found = Object.entries(answer.probes).map(([key, change]) => [key, this.discrepancy(change)]);
      const odd = found.reduce((a, b) => (Math.abs(Math.log(b[1])) > Math.abs(Math.log(a[1])) ? b : a));
      return {choice: odd[0], values: Object.fromEntries(found.map(([key, value]) => [key, shown(value, 3)]))};
    }
    const top = this.read(answer.top);
    const bottom = answer.bottom ? this.read(answer.bottom) : NaN;
    const decisive = answer.bottom ? top / bottom : top;
    const choice = Object.entries(answer.choices).find(([, below]) => below === null || decisive < below)[0];
    const before = answer.bottom ? bottom : this.spec.before ? this.read({...answer.top, run: "before"}) : NaN;
    const values = {after: shown(top), before: shown(before), ratio: shown(top / before, 3), percent: shown(100 * top / before, 3)};
    for (const [name, fact] of Object.entries(facts ?? {})) {
      const value = this.read(fact.top) / (fact.bottom ? this.read(fact.bottom) : 1);
      values[name] = shown(fact.percent ? 100 * value : value, fact.bottom || fact.percent ? 3 : 4);
    }
    return {choice, values};
  }
}
