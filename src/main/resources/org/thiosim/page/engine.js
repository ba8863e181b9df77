// From a patient to curves: binds the lowered model, asks the compiled solver, and names what comes back.

const WEEK = 168;
const MILLIGRAM = 1e-6;
const NEVER = Infinity;
const ML_PER_MIN = 0.06;

const prepared = {};

function engineOf(name) {
  if (!prepared[name]) {
    const m = MODELS[name];
    const handle = SOLVER.prepare(m.rows, m.columns, m.absolute, m.counts, m.ratioNumbers, m.drugNumbers, m.maskNumbers, m.noticeNumbers);
    prepared[name] = {model: m, handle};
  }
  return prepared[name];
}

/** The model's inputs, in the order of {@code inputs}, in canonical units. */
function inputsOf(patient, model) {
  const archetype = patient.hyper === "yes" ? model.hypermethylator : {};
  const given = {
    "weight": patient.weight,
    "tpmt": model.levels.tpmt[patient.tpmt],
    "nudt15": model.levels.nudt15[patient.nudt15],
    "creatinine-clearance": patient.crcl * ML_PER_MIN / 1.73,
    "xo-activity": patient.xo / 100,
  };
  return Float64Array.from(model.inputs, id => given[id] ?? archetype[id] ?? 1);
}

/** Drug, mass of one dose in kg, interval, from and until in h, one after the other. */
function prescriptionsOf(patient, model) {
  const interval = 24 / Number(patient.times);
  const perKg = patient.unit === "mg/kg" ? patient.weight : 1;
  const mass = daily => daily * perKg * MILLIGRAM / Number(patient.times);
  const drug = model.drugs.indexOf(patient.drug);
  const rows = [];
  const add = (which, kg, every, from, until) => {
    if (kg > 0 && from < until) {
      rows.push(which, kg, every, from, until);
    }
  };
  const start = patient.start * WEEK;
  const combined = patient.allo > 0 && patient.stop > patient.start;
  add(drug, mass(patient.dose), interval, 0, combined ? start : NEVER);
  if (combined) {
    add(drug, mass(patient.after), interval, start, NEVER);
    add(model.drugs.indexOf("allopurinol"), patient.allo * MILLIGRAM, 24, start, patient.stop >= 52 ? NEVER : patient.stop * WEEK);
  }
  return new Float64Array(rows);
}

/** Sample times in h: every six hours (twelve beyond half a year) and every quarter of an hour in the last day of each week. */
function sampleHours(weeks) {
  const coarse = weeks > 26 ? 48 : 24;
  const hours = [];
  const daily = [];
  const grid = [];
  for (let q = 0; q <= weeks * WEEK * 4; q++) {
    const inDay = q > 0 && (q - 1) % (WEEK * 4) >= WEEK * 4 - 97;
    if (q % coarse === 0) {
      grid.push(hours.length);
    }
    if (q % coarse === 0 || inDay) {
      hours.push(q / 4);
    }
  }
  for (let w = 1; w <= weeks; w++) {
    const from = hours.indexOf(w * WEEK - 24);
    daily.push([from, from + 96]);
  }
  return {hours: new Float64Array(hours), grid, daily};
}

const layouts = {};

function layoutOf(weeks) {
  if (!layouts[weeks]) {
    const layout = sampleHours(weeks);
    layout.windows = new Float64Array(weeks * 2);
    for (let w = 0; w < weeks; w++) {
      layout.windows[2 * w] = (w + 1) * WEEK - 24;
      layout.windows[2 * w + 1] = (w + 1) * WEEK;
    }
    layouts[weeks] = layout;
  }
  return layouts[weeks];
}

function bound(model, inputs) {
  const all = new Float64Array(model.covariates.length + model.fixed + model.initialStates.length);
  model.individual(null, inputs, all);
  const covariates = all.slice(0, model.covariates.length);
  const fixed = all.subarray(covariates.length, covariates.length + model.fixed);
  const initial = new Float64Array(model.states.length);
  model.initialStates.forEach((state, k) => initial[state] = all[covariates.length + model.fixed + k]);
  const program = name => {
    const b = model[name].bind(fixed);
    const run = model[name].run;
    return (y, o) => run(b, y, o);
  };
  const script = {};
  ["derivatives", "jacobian", "rates", "observed"].forEach(name => script[name] = program(name));
  return {covariates, initial, script};
}

function noticesOf(engine, taken, covariates, patient, horizon) {
  const rows = Array.from(engine.handle.notices(taken, covariates, patient.weight, horizon), i => engine.model.notices[i]);
  const texts = rows.map(n => n.text.replace("{value}", () =>
    (covariates[n.covariate] * n.factor).toLocaleString("en", {maximumSignificantDigits: 4}) + (n.unit === "1" ? "" : " " + n.unit)));
  return {texts: Array.from(new Set(texts)), hides: rows.flatMap(n => n.hides)};
}

/** Solves one patient, at the tolerances of a scenario or at looser ones. */
function simulate(patient, weeks, name, looseness = 1) {
  const engine = engineOf(name);
  const model = engine.model;
  const layout = layoutOf(weeks);
  const {covariates, initial, script} = bound(model, inputsOf(patient, model));
  const taken = prescriptionsOf(patient, model);
  const horizon = weeks * WEEK;
  const outcome = engine.handle.simulate(script, initial, taken, horizon, layout.hours, layout.windows, looseness);
  const notices = noticesOf(engine, taken, covariates, patient, horizon);
  const count = layout.hours.length;
  const curves = {};
  model.observables.forEach((o, k) => {
    curves[o.id] = outcome.values.subarray(k * count, (k + 1) * count);
    if (notices.hides.includes(o.id)) {
      curves[o.id].fill(NaN);
    }
  });
  return {patient, weeks, model, layout, curves, outcome, notices: notices.texts, failure: outcome.failure};
}

/** The value of an observable at the end of a week: before the dose that is due. */
function atWeek(run, id, week) {
  const q = Math.round(week * WEEK * 4) / 4;
  const hours = run.layout.hours;
  let low = 0;
  let high = hours.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hours[middle] < q) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return run.curves[id][low];
}

/** What passed through a reaction in the last day of a week, in µmol. */
const fluxOf = (run, reaction, week) => run.outcome.fluxes[(week - 1) * run.model.reactions.length + run.model.reactions.indexOf(reaction)];

/** The largest value of an observable in the last day of a week. */
function peakOf(run, id, week) {
  const [from, to] = run.layout.daily[week - 1];
  return run.curves[id].slice(from, to + 1).reduce((a, b) => Math.max(a, b), -Infinity);
}

/** The smallest value of an observable in the last day of a week. */
function lowOf(run, id, week) {
  const [from, to] = run.layout.daily[week - 1];
  return run.curves[id].slice(from, to + 1).reduce((a, b) => Math.min(a, b), Infinity);
}
