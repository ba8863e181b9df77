// What can be set, and how it is written in a link. A value that does not fit its row is replaced by the default.

const number = (initial, min, max, step) => ({initial, min, max, step});
const choice = (...options) => ({initial: options[0], options});

const PATIENT = {
  tpmt: choice("normal", "intermediate", "poor"),
  nudt15: choice("normal", "intermediate", "poor"),
  hyper: choice("no", "yes"),
  weight: number(70, 15, 150, 1),
  crcl: number(100, 10, 150, 5),
  xo: number(100, 0, 200, 5),
  drug: choice("azathioprine", "mercaptopurine"),
  unit: choice("mg", "mg/kg"),
  dose: number(150, 0, 300, 0.1),
  times: choice("1", "2", "3"),
  allo: number(0, 0, 300, 25),
  start: number(12, 0, 51, 1),
  stop: number(52, 1, 52, 1),
  after: number(50, 0, 300, 0.1),
};

const COMMON = {
  weeks: number(24, 1, 52, 1),
  week: number(24, 1, 52, 1),
  two: choice("no", "yes"),
  units: choice("rbc", "hb"),
  model: choice("right", "wrong"),
};

function checked(row, text) {
  if (row.options) {
    return row.options.includes(text) ? text : row.initial;
  }
  const value = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  return value >= row.min && value <= row.max ? value : row.initial;
}

const defaults = rows => Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row.initial]));

const newState = () => ({view: "bench", a: defaults(PATIENT), b: {...defaults(PATIENT), tpmt: "intermediate"}, ...defaults(COMMON)});

/** The state that a link's fragment describes; what is unknown or out of range is left out. */
function readFragment(fragment) {
  const state = newState();
  const given = new Map();
  fragment.replace(/^#/, "").slice(0, 2000).split("&").forEach(pair => {
    const at = pair.indexOf("=");
    if (at > 0) {
      given.set(pair.slice(0, at), pair.slice(at + 1).replace(/~/g, "/"));
    }
  });
  const lesson = LESSONS.find(l => l.id === given.get("lesson"));
  if (lesson) {
    const step = Number(given.get("step") || "1");
    return {...state, view: "lesson", lesson: lesson.id, step: lesson.steps[step - 1] ? step - 1 : 0};
  }
  for (const [key, row] of Object.entries(COMMON)) {
    state[key] = checked(row, given.get(key) ?? String(state[key]));
  }
  for (const who of ["a", "b"]) {
    for (const [key, row] of Object.entries(PATIENT)) {
      state[who][key] = checked(row, given.get(who + "." + key) ?? String(state[who][key]));
    }
  }
  state.week = given.has("week") ? Math.min(state.week, state.weeks) : state.weeks;
  return state;
}

/** The fragment that describes a state: what differs from the defaults. */
function writeFragment(state) {
  if (state.view === "lesson") {
    return "#lesson=" + state.lesson + (state.step > 0 ? "&step=" + (state.step + 1) : "");
  }
  const initial = newState();
  const pairs = [];
  for (const key of Object.keys(COMMON)) {
    const usual = key === "week" ? state.weeks : initial[key];
    if (state[key] !== usual) {
      pairs.push(key + "=" + state[key]);
    }
  }
  for (const who of state.two === "yes" ? ["a", "b"] : ["a"]) {
    for (const key of Object.keys(PATIENT)) {
      if (state[who][key] !== initial[who][key]) {
        pairs.push(who + "." + key + "=" + String(state[who][key]).replace("/", "~"));
      }
    }
  }
  return "#" + (pairs.join("&") || "bench");
}
