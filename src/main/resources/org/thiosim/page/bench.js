// The bench: controls for one or two patients, curves and pathway that follow them.

const GROUPS = {
  person: ["tpmt", "nudt15", "hyper", "weight", "crcl", "xo"],
  thiopurine: ["drug", "unit", "dose", "times"],
  allopurinol: ["allo", "start", "stop", "after"],
};

const MG_PER_KG = {max: 4, step: 0.1, usual: 2};
const MG = {max: 300, step: 2.5};

/** The range of a dose, which depends on its unit. */
const rangeOf = (key, patient) => {
  const row = PATIENT[key] ?? COMMON[key];
  if (key === "dose" || key === "after") {
    return {...row, ...(patient.unit === "mg/kg" ? MG_PER_KG : MG)};
  }
  return row;
};

const DRAFT = 30;
const SETTLED = 300;

const narrow = () => matchMedia("(max-width: 999px)").matches;

class Bench extends View {
  constructor(state, changed) {
    super(state);
    this.changed = changed;
    this.held = [];
    this.controls = el("form", {class: "controls", onsubmit: e => e.preventDefault()});
    this.keys = el("div", {class: "keys", role: "status", "aria-live": "polite"});
    this.picture = el("div");
    this.table = el("div");
    this.computed = el("p", {class: "computed"});
    this.notices = el("div", {class: "notices"});
    this.element = el("div", {class: "bench"}, this.keys, this.controls, el("div", {class: "results", id: "results", tabindex: "-1"}, this.picture,
      this.charts.element, this.notices, this.table, this.computed));
    this.build();
  }

  /** Builds the controls anew; a changed value alone does not need it. */
  build() {
    const two = this.model.two === "yes";
    put(this.controls,
      el("p", {class: "lead"}, t("bench.lead")),
      el("fieldset", {class: "common"}, el("legend", {}, t("control.common")),
        ...["two", "weeks", "week", "units"].map(k => this.control(k, this.model, "common")),
        this.model.model === "wrong" ? this.control("model", this.model, "common") : null,
        actions(this, [
          el("button", {type: "button", onclick: () => this.hold()}, t("action.hold")),
          el("button", {type: "button", onclick: () => this.clear()}, t("action.clear")),
          el("button", {type: "button", onclick: () => this.reset()}, t("action.reset")),
        ])),
      el("div", {class: "patients" + (two ? " two" : "")}, this.patient("a"), two ? this.patient("b") : null));
    this.enable();
  }

  patient(who) {
    const patient = this.model[who];
    return el("fieldset", {class: "patient s" + (who === "a" ? 0 : 1)}, el("legend", {}, t("patient." + who)),
      ...Object.entries(GROUPS).map(([group, keys]) => el("details", {open: group === "thiopurine" || !narrow()}, el("summary", {}, t("control." + group)),
        ...keys.map(k => this.control(k, patient, who)))));
  }

  control(key, owner, who) {
    const row = PATIENT[key] ?? COMMON[key];
    const id = who + "-" + key;
    return row.options ? this.select(key, row, owner, id) : this.slider(key, owner, id);
  }

  select(key, row, owner, id) {
    const input = el("select", {id, onchange: e => this.set(owner, key, row.options[e.target.selectedIndex], true)},
      ...row.options.map(o => el("option", {selected: o === owner[key]}, t("control." + key + "." + o))));
    return el("div", {class: "control"}, el("label", {for: id}, t("control." + key)), input);
  }

  slider(key, owner, id) {
    const range = rangeOf(key, owner);
    const max = key === "week" ? this.model.weeks : range.max;
    const label = t("control." + key, {unit: owner.unit});
    const common = {min: range.min, max, step: range.step, value: owner[key]};
    const exact = el("input", {type: "number", ...common, step: key === "dose" || key === "after" ? "any" : range.step, "aria-label": t("control.exact", {label}), id: id + "-exact"});
    const input = el("input", {type: "range", ...common, id, oninput: e => {
      exact.value = e.target.value;
      this.set(owner, key, Number(e.target.value), false);
    }});
    exact.addEventListener("input", () => {
      const value = Number(exact.value);
      if (exact.value !== "" && value >= range.min && value <= max) {
        input.value = exact.value;
        this.set(owner, key, value, false);
      }
    });
    exact.addEventListener("change", () => exact.value = owner[key]);
    return el("div", {class: "control"}, el("label", {for: id}, label), input, exact);
  }

  set(owner, key, value, rebuild) {
    const weeks = this.model.weeks;
    const before = owner[key];
    owner[key] = value;
    if (key === "weeks" && (this.model.week === weeks || this.model.week > value)) {
      this.model.week = value;
      this.follow();
    }
    if (key === "unit" && before !== value) {
      const factor = value === "mg/kg" ? 1 / owner.weight : owner.weight;
      const limit = value === "mg/kg" ? MG_PER_KG.max : MG.max;
      for (const dose of ["dose", "after"]) {
        owner[dose] = Math.min(limit, Math.round(owner[dose] * factor * 10) / 10);
      }
    }
    if (rebuild && ["two", "unit", "model"].includes(key)) {
      const focus = document.activeElement?.id;
      this.build();
      document.getElementById(focus)?.focus();
    }
    this.enable();
    this.update();
  }

  /** The chosen week follows the weeks shown. */
  follow() {
    for (const id of ["common-week", "common-week-exact"]) {
      const input = document.getElementById(id);
      if (input) {
        input.max = this.model.weeks;
        input.value = this.model.week;
      }
    }
  }

  /** Controls that say nothing without allopurinol are off. */
  enable() {
    const week = this.controls.querySelector("#common-week");
    if (week) {
      week.max = this.model.weeks;
    }
    for (const who of ["a", "b"]) {
      for (const key of ["start", "stop", "after"]) {
        for (const end of ["", "-exact"]) {
          const input = this.controls.querySelector("#" + who + "-" + key + end);
          if (input) {
            input.disabled = this.model[who].allo === 0;
          }
        }
      }
    }
  }

  hold() {
    this.held = this.current.filter(r => r.style < 2).map(r => ({run: r.run, name: t("held") + " " + r.letter, letter: r.letter, style: 2 + r.style}));
    this.update();
  }

  clear() {
    this.held = [];
    this.update();
  }

  reset() {
    Object.assign(this.model, newState());
    this.held = [];
    this.build();
    this.update();
  }

  /** At most one solve for each frame. */
  update() {
    if (!this.pending) {
      this.pending = requestAnimationFrame(() => {
        this.pending = 0;
        this.begin();
      });
    }
  }

  /** A draft at once, and the numbers of the program when nothing more is changed. */
  begin() {
    this.solve(DRAFT);
    this.settling = setTimeout(() => this.solve(), SETTLED);
  }

  solve(looseness = 1) {
    clearTimeout(this.settling);
    const began = performance.now();
    const {a, b, weeks, two, model} = this.model;
    const entry = (who, patient, style) => ({run: this.run(who, patient, weeks, model, looseness), name: two === "yes" ? who.toUpperCase() : t("patient.a"), letter: who.toUpperCase(), style});
    this.current = [entry("a", a, 0), ...(two === "yes" ? [entry("b", b, 1)] : []), ...this.held];
    const solved = performance.now();
    this.show();
    this.element.dataset.settled = looseness === 1 ? "yes" : "no";
    this.element.dataset.milliseconds = (performance.now() - began).toFixed(1);
    const steps = this.current.filter(r => r.style < 2).reduce((sum, r) => sum + r.run.outcome.steps, 0);
    const failed = this.current.find(r => r.run.failure);
    this.computed.textContent = failed
      ? t("bench.failed", {reason: failed.run.failure})
      : t("bench.computed", {ms: Math.round(solved - began), steps});
    this.changed();
  }

  /** The last run of each patient is kept, so that only the one that changed is solved. */
  run(who, patient, weeks, model, looseness) {
    const key = JSON.stringify([patient, weeks, model]);
    this.kept ??= {};
    if (this.kept[who]?.key !== key || this.kept[who].looseness > looseness) {
      this.kept[who] = {key, looseness, run: simulate({...patient}, weeks, model, looseness)};
    }
    return this.kept[who].run;
  }

  show() {
    const view = {week: this.model.week, units: this.model.units};
    this.charts.show(CHARTS, this.current, view);
    this.picture.replaceChildren(pathways(this.current, view.week));
    this.keys.replaceChildren(...keyNumbers(this.current, view));
    this.notices.replaceChildren(...noticeList(this.current));
    const open = this.table.querySelector("details")?.open ?? false;
    this.table.replaceChildren(numberTable(this.current, view, open));
  }
}

/** The three numbers that stay in sight. */
function keyNumbers(runs, view) {
  return ["6-TGN", "6-MMPR", "neutrophils"].map(id => {
    const observable = observableOf(runs[0].run, id);
    return el("div", {class: "key"}, el("span", {}, id, " ", el("small", {}, unitOf(observable, view.units))),
      ...summary(id, runs.filter(r => r.style < 2), view).map(v => el("strong", {class: "s" + v.style, "data-key": id}, v.text)));
  }).concat(el("div", {class: "key week"}, t("at-week", {week: view.week})));
}

const CONTRAINDICATED = /contraindicated|extrapolation/i;

function noticeList(runs) {
  const own = runs.filter(r => r.style < 2);
  const texts = [...new Set(own.flatMap(r => r.run.notices))];
  return texts.length === 0 ? [] : [el("h2", {}, t("bench.notices")), el("ul", {},
    ...texts.map(text => el("li", {class: CONTRAINDICATED.test(text) ? "strong" : ""},
      CONTRAINDICATED.test(text) ? el("strong", {}, t("bench.extrapolation") + ". ") : null, text,
      own.length > 1 ? el("small", {}, " (" + own.filter(r => r.run.notices.includes(text)).map(r => r.letter ?? r.name).join(", ") + ")") : null)))];
}

/** Every observable at the chosen week: the values that the program prints. */
function numberTable(runs, view, open) {
  const week = run => Math.min(view.week, run.weeks);
  const value = (run, o) => shown(atWeek(run, o.id, week(run)) * factorOf(o, view.units));
  const head = el("tr", {}, el("th", {scope: "col"}, t("numbers.quantity")),
    ...runs.map(r => el("th", {scope: "col"}, r.name + ", " + t("numbers.column", {week: week(r.run)}))));
  const rows = runs[0].run.model.observables.map(o => el("tr", {"data-row": o.id},
    el("th", {scope: "row"}, o.id + ", " + unitOf(o, view.units)), ...runs.map(r => el("td", {}, value(r.run, o)))));
  return el("details", {class: "numbers", open}, el("summary", {}, t("numbers.name")),
    el("div", {class: "scroll"}, el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows))));
}
