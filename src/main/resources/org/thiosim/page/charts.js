// Curves with uPlot: one chart for each observable, several runs in it.

const CHARTS = ["6-TGN", "6-MMPR", "neutrophils", "DNA-TG", "Rac1 occupancy", "6-MP plasma", "6-TUA plasma", "oxypurinol plasma"];
const OVER_A_DAY = new Set(["6-MP plasma", "6-TUA plasma", "oxypurinol plasma"]);
const CHART_HEIGHT = 190;
const DASHES = [[], [7, 4], [2, 3], [2, 3]];

const observableOf = (run, id) => run.model.observables.find(o => o.id === id);

/** Abscissae and values of one run. */
function points(run, id, week, factor) {
  const x = [];
  const y = [];
  const {hours, grid, daily} = run.layout;
  if (OVER_A_DAY.has(id)) {
    const [from, to] = daily[Math.min(week, run.weeks) - 1];
    for (let k = from; k <= to; k++) {
      x.push(hours[k] - hours[from]);
      y.push(run.curves[id][k] * factor);
    }
  } else {
    for (const k of grid) {
      x.push(hours[k] / WEEK);
      y.push(run.curves[id][k] * factor);
    }
  }
  return [x, y.map(v => (Number.isNaN(v) ? null : v))];
}

/** Whether a window was found in patients like this one. */
const isMeantFor = (window, patient) => patient.weight >= window.minWeight && !window.except.includes(patient.drug)
  && !(patient.allo > 0 && window.except.includes("allopurinol"));

/** Everything that one chart shows; also what the exports draw. */
function chartData(id, runs, view) {
  const observable = observableOf(runs[0].run, id);
  const factor = factorOf(observable, view.units);
  const lines = runs.map(r => ({name: r.name, style: r.style, points: points(r.run, id, view.week, factor)}));
  const own = runs.filter(r => r.style < 2);
  const window = observable.window && own.every(r => isMeantFor(observable.window, r.run.patient)) ? observable.window : null;
  const highest = lines.flatMap(l => l.points[1]).reduce((a, b) => Math.max(a, b ?? 0), 0);
  const limit = window ? (window.high ?? window.low) * factor : 0;
  return {
    id, observable, lines, factor,
    unit: unitOf(observable, view.units),
    day: OVER_A_DAY.has(id),
    week: view.week,
    weeks: Math.max(...runs.map(r => r.run.weeks)),
    low: window && window.low !== null ? window.low * factor : null,
    high: window && window.high !== null ? window.high * factor : null,
    window,
    top: Math.max(highest * 1.05, limit * 1.15) || 1,
  };
}

function windowText(data) {
  if (!data.window) {
    return "";
  }
  const key = data.low === null || data.high === null ? "chart.limit" : "chart.window";
  return t(key, {low: shown(data.low ?? 0), high: shown(data.high ?? data.low), text: data.window.text});
}

function summary(id, runs, view) {
  return runs.map(r => {
    const value = OVER_A_DAY.has(id) ? peakOf(r.run, id, Math.min(view.week, r.run.weeks)) : atWeek(r.run, id, Math.min(view.week, r.run.weeks));
    return {name: r.name, style: r.style, text: shown(value * factorOf(observableOf(r.run, id), view.units))};
  });
}

/** All series over one axis; runs of equal length share it as they are. */
function aligned(lines) {
  const first = lines[0].points[0];
  const same = lines.every(l => l.points[0].length === first.length && l.points[0][first.length - 1] === first[first.length - 1]);
  return same
    ? [first, ...lines.map(l => l.points[1])]
    : uPlot.join(lines.map(l => l.points));
}

class Chart {
  constructor(id) {
    this.id = id;
    this.plot = null;
    this.canvas = el("div", {class: "plot", role: "img"});
    this.caption = el("figcaption");
    this.note = el("p", {class: "window"});
    this.element = el("figure", {class: "chart", "data-chart": id}, this.caption, this.canvas, this.note);
  }

  show(runs, view) {
    const data = chartData(this.id, runs, view);
    this.data = data;
    const values = summary(this.id, runs, view);
    const title = t("chart." + this.id);
    this.caption.replaceChildren(el("strong", {}, title), el("span", {class: "unit"}, data.unit),
      ...values.map(v => el("span", {class: "value s" + v.style}, v.name + " " + v.text)));
    const spoken = values.map(v => v.name + " " + v.text).join("; ") + "; " + t("at-week", {week: view.week});
    this.canvas.setAttribute("aria-label", t("chart.label", {title, unit: data.unit, values: spoken}) + " " + windowText(data));
    const hidden = data.lines.every(l => l.points[1].every(v => v === null));
    this.note.textContent = hidden ? t("chart.hidden") : windowText(data);
    this.draw(runs);
  }

  draw(runs) {
    const shape = runs.map(r => r.style + r.name).join("|") + css("--ink") + this.data.unit + (this.data.day ? this.data.week : "");
    if (this.plot && this.shape === shape) {
      this.plot.setData(aligned(this.data.lines), false);
      this.plot.setScale("x", {min: 0, max: this.data.day ? 24 : this.data.weeks});
      return;
    }
    this.shape = shape;
    this.plot?.destroy();
    this.canvas.replaceChildren();
    this.plot = new uPlot(this.options(runs), aligned(this.data.lines), this.canvas);
  }

  options(runs) {
    const ink = css("--soft");
    const grid = {stroke: css("--line"), width: 1};
    return {
      width: Math.max(200, this.canvas.clientWidth || 300),
      height: CHART_HEIGHT,
      legend: {show: false},
      cursor: {drag: {x: false, y: false}, points: {size: 6}},
      scales: {x: {time: false, range: () => [0, this.data.day ? 24 : this.data.weeks]}, y: {range: () => [0, this.data.top]}},
      axes: [
        {stroke: ink, grid, ticks: grid, font: "12px system-ui", size: 42, labelSize: 16, labelFont: "12px system-ui",
          label: this.data.day ? t("hours", {week: this.data.week}) : t("weeks"), incrs: this.data.day ? [1, 2, 3, 6, 12] : [1, 2, 4, 8, 13, 26]},
        {stroke: ink, grid, ticks: grid, font: "12px system-ui", size: 52, values: (u, ticks) => ticks.map(v => shown(v))},
      ],
      series: [{}, ...runs.map(r => ({label: r.name, stroke: seriesColour(r.style), width: r.style < 2 ? 2 : 1.5, dash: DASHES[r.style], points: {show: false}, spanGaps: true}))],
      hooks: {drawClear: [u => this.background(u)]},
    };
  }

  /** The window, the limit and the chosen week, under the curves. */
  background(u) {
    const {ctx, bbox} = u;
    const {low, high, day, week} = this.data;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const y = value => u.valToPos(value, "y", true);
    if (low !== null && high !== null) {
      ctx.fillStyle = css("--window");
      ctx.fillRect(bbox.left, y(high), bbox.width, y(low) - y(high));
    } else if (high !== null || low !== null) {
      const limit = y(high ?? low);
      ctx.strokeStyle = css("--limit");
      ctx.lineWidth = 1.5 * devicePixelRatio;
      ctx.setLineDash([6, 4]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, limit);
      ctx.lineTo(bbox.left + bbox.width, limit);
      ctx.stroke();
    }
    if (!day) {
      ctx.setLineDash([]);
      ctx.strokeStyle = css("--soft");
      ctx.lineWidth = devicePixelRatio;
      ctx.beginPath();
      ctx.moveTo(u.valToPos(week, "x", true), bbox.top);
      ctx.lineTo(u.valToPos(week, "x", true), bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.restore();
  }

  resize() {
    const width = this.canvas.clientWidth;
    if (this.plot && width > 0 && Math.abs(width - this.plot.width) > 1) {
      this.plot.setSize({width, height: CHART_HEIGHT});
    }
  }
}

/** A grid of charts that keeps its charts from one picture to the next. */
class ChartGrid {
  constructor() {
    this.charts = new Map();
    this.element = el("div", {class: "charts"});
    new ResizeObserver(() => this.each(c => c.resize())).observe(this.element);
  }

  each(action) {
    this.shown?.forEach(id => action(this.charts.get(id)));
  }

  show(ids, runs, view) {
    if (ids.join() !== this.shown?.join()) {
      this.shown = ids;
      ids.filter(id => !this.charts.has(id)).forEach(id => this.charts.set(id, new Chart(id)));
      this.element.replaceChildren(...ids.map(id => this.charts.get(id).element));
    }
    this.each(c => c.show(runs, view));
  }
}
