// The pathway picture: arrows whose width is the root of what passed in a day.

const DOSED = ["aza-cleavage-first-pass", "aza-lost-first-pass", "aza-absorption", "aza-unabsorbed", "mp-absorption", "mp-unabsorbed"];

/** Places on a wide and on a narrow screen. */
const WIDE = {
  box: "0 0 732 262",
  AZA: [60, 125], MP: [215, 125], TUA: [215, 30], LOSS: [215, 232], TIMP: [370, 125], MMPR: [370, 232], TGMP: [520, 125],
  METGMP: [520, 232], TGN: [690, 125],
};
const NARROW = {
  box: "0 0 392 468", left: true,
  AZA: [186, 26], MP: [186, 130], TUA: [336, 130], LOSS: [50, 130], TIMP: [186, 234], MMPR: [336, 234], TGMP: [186, 338],
  METGMP: [336, 338], TGN: [186, 442],
};

const FLOWS = [
  {from: "AZA", to: "MP", enzyme: "GST", of: ["aza-cleavage-first-pass", "aza-cleavage"]},
  {from: "MP", to: "TUA", enzyme: "XO", of: ["first-pass-oxidation", "liver-oxidation-xo"]},
  {from: "MP", to: "LOSS", enzyme: "AO", of: ["liver-oxidation-ao", "liver-methylation", "mp-renal", "mp-tissue-loss", "phosphoribosylation-marrow"]},
  {from: "MP", to: "TIMP", enzyme: "HGPRT", of: ["phosphoribosylation"]},
  {from: "TIMP", to: "MMPR", enzyme: "TPMT", of: ["methylation"]},
  {from: "TIMP", to: "TGMP", enzyme: "IMPDH", of: ["timp-to-tgmp"]},
  {from: "TGMP", to: "METGMP", enzyme: "TPMT2", of: ["tgmp-methylation"]},
  {from: "TGMP", to: "TGN", enzyme: "KINASE", of: ["tgn-formation"]},
];

const HALF_WIDTH = {AZA: 52, MP: 30, TUA: 50, LOSS: 46, TIMP: 34, MMPR: 36, TGMP: 38, METGMP: 46, TGN: 34};
const HALF_HEIGHT = 17;
const NARROWEST = 1.2;
const PER_ROOT = 1.55;

const doseOf = (run, week) => DOSED.reduce((sum, id) => sum + fluxOf(run, id, week), 0);

const amountOf = (run, flow, week) => flow.of.reduce((sum, id) => sum + fluxOf(run, id, week), 0);

const arrowWidth = amount => (amount > 0 ? Math.max(NARROWEST, PER_ROOT * Math.sqrt(amount)) : 0);

const share = part => (part >= 0.095 ? Math.round(part * 100) : shown(part * 100, 2)) + " %";

/** A straight arrow between two nodes, as a polygon whose body has the given width. */
function arrow(places, from, to, width) {
  const [x0, y0] = places[from];
  const [x1, y1] = places[to];
  const flat = y0 === y1;
  const direction = flat ? Math.sign(x1 - x0) : Math.sign(y1 - y0);
  const start = flat ? x0 + direction * (HALF_WIDTH[from] + 3) : y0 + direction * (HALF_HEIGHT + 3);
  const end = flat ? x1 - direction * (HALF_WIDTH[to] + 3) : y1 - direction * (HALF_HEIGHT + 3);
  const half = width / 2;
  const headHalf = Math.max(half + 4, 5);
  const head = Math.min(Math.abs(end - start) * 0.6, Math.max(9, headHalf));
  const neck = end - direction * head;
  const middle = flat ? y0 : x0;
  const corners = [[start, -half], [neck, -half], [neck, -headHalf], [end, 0], [neck, headHalf], [neck, half], [start, half]];
  return corners.map(([along, across]) => (flat ? [along, middle + across] : [middle + across, along]).map(v => v.toFixed(1)).join(",")).join(" ");
}

function enzymeText(flow, run, week) {
  if (flow.enzyme === "XO") {
    const activity = atWeek(run, "XO activity", week) * run.patient.xo / 100;
    return Number.isFinite(activity) ? t("pathway.XO", {activity: Math.round(activity)}) : t("pathway.XO-plain");
  }
  return t("pathway." + flow.enzyme);
}

function flowElements(places, flow, run, week, dose) {
  const amount = amountOf(run, flow, week);
  const width = arrowWidth(amount);
  const [x0, y0] = places[flow.from];
  const [x1, y1] = places[flow.to];
  const flat = y0 === y1;
  const numbers = [shown(amount, 3), dose > 0 ? share(amount / dose) : "–"];
  const way = Math.sign(x1 - x0);
  const middle = [(x0 + way * HALF_WIDTH[flow.from] + x1 - way * HALF_WIDTH[flow.to]) / 2, (y0 + y1) / 2];
  const below = middle[1] + (y1 > y0 ? (places.left ? 14 : 24) : 12);
  const lift = Math.max(width / 2, 5) + 5;
  const beside = places.left ? {x: x0 - lift - 3, "text-anchor": "end"} : {x: x0 + lift + 3};
  const label = flat
    ? [svg("text", {x: middle[0], y: y0 - (places.left ? HALF_HEIGHT + 5 : lift), class: "enzyme", "text-anchor": "middle"}, enzymeText(flow, run, week)),
      ...numbers.map((n, k) => svg("text", {x: middle[0], y: y0 + lift + 10 + 14 * k, class: "amount", "text-anchor": "middle"}, n))]
    : [svg("text", {...beside, y: below - 14, class: "enzyme"}, enzymeText(flow, run, week)),
      svg("text", {...beside, y: below, class: "amount"}, numbers.join(" · "))];
  return [width > 0 ? svg("polygon", {points: arrow(places, flow.from, flow.to, width), class: "flow " + flow.enzyme.toLowerCase()}) : null, ...label];
}

function nodeElements(places, name) {
  const [x, y] = places[name];
  const half = HALF_WIDTH[name];
  const text = t("pathway." + name);
  const product = name === "TGN" || name === "MMPR" ? " " + name.toLowerCase() : "";
  return [
    svg("rect", {x: x - half, y: y - HALF_HEIGHT, width: 2 * half, height: 2 * HALF_HEIGHT, rx: 8, class: "node" + product}),
    svg("text", {x, y: y + 4.5, "text-anchor": "middle", class: "name"}, text),
  ];
}

/** The picture of one run at a week. */
function pathway(entry, week) {
  const {run, name} = entry;
  const places = matchMedia("(max-width: 599px)").matches ? NARROW : WIDE;
  const at = Math.min(week, run.weeks);
  const dose = doseOf(run, at);
  const flows = FLOWS.map(f => t("pathway.flow", {name: t("pathway." + f.to), amount: shown(amountOf(run, f, at), 3)})).join(", ");
  const visible = Object.keys(HALF_WIDTH).filter(n => n !== "AZA" || run.patient.drug === "azathioprine");
  return el("figure", {class: "pathway s" + entry.style},
    el("figcaption", {}, name),
    svg("svg", {viewBox: places.box, role: "img", "aria-label": t("pathway.label", {name, flows})},
      ...FLOWS.filter(f => f.from !== "AZA" || run.patient.drug === "azathioprine").flatMap(f => flowElements(places, f, run, at, dose)),
      ...visible.flatMap(n => nodeElements(places, n))));
}

const pathways = (runs, week) => el("section", {class: "pathways", "aria-label": t("pathway.title")},
  el("h2", {}, t("pathway.title")), el("p", {class: "lead"}, t("pathway.lead", {week})),
  el("div", {class: "pictures"}, ...runs.filter(r => r.style < 2).map(r => pathway(r, week))));
