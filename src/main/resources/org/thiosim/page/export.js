// What can be taken home: CSV of the curves, SVG and PNG of the charts.

const PLOT = {width: 460, height: 250, left: 62, right: 14, top: 40, bottom: 40};

function save(name, blob) {
  const link = el("a", {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const csvField = text => (/[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);

/** One row for each curve, time and value: the columns of the program's timecourse.csv. */
function csv(runs) {
  const rows = ["arm,time_h,observable,value,unit"];
  for (const {run, name} of runs) {
    for (const o of run.model.observables) {
      for (const k of run.layout.grid) {
        const value = run.curves[o.id][k];
        rows.push([csvField(name), run.layout.hours[k], csvField(o.id), Number.isNaN(value) ? "" : Number(value.toPrecision(10)), csvField(o.unit)].join(","));
      }
    }
  }
  return rows.join("\n") + "\n";
}

function ticks(max) {
  const rough = max / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(m => m * size).find(s => s >= rough);
  const list = [];
  for (let v = 0; v <= max * 1.0001; v += step) {
    list.push(v);
  }
  return list;
}

function pathOf([x, y], px, py) {
  let path = "";
  let pen = "M";
  for (let k = 0; k < x.length; k++) {
    if (y[k] === null || y[k] === undefined) {
      pen = "M";
    } else {
      path += pen + px(x[k]).toFixed(1) + " " + py(y[k]).toFixed(1);
      pen = "L";
    }
  }
  return path;
}

const COLOURS = ["#1f5fa8", "#b3470a", "#6b6b6b", "#6b6b6b"];

/** One chart as an SVG group, in colours for paper. */
function chartGroup(data, x, y) {
  const width = PLOT.width - PLOT.left - PLOT.right;
  const height = PLOT.height - PLOT.top - PLOT.bottom;
  const end = data.day ? 24 : data.weeks;
  const px = v => PLOT.left + v / end * width;
  const py = v => PLOT.top + height - v / data.top * height;
  const text = (content, at, more = {}) => svg("text", {x: at[0], y: at[1], "font-size": 11, fill: "#222", ...more}, content);
  const parts = [text(t("chart." + data.id) + ", " + data.unit, [PLOT.left, 16], {"font-weight": "bold", "font-size": 13})];
  if (data.low !== null && data.high !== null) {
    parts.push(svg("rect", {x: PLOT.left, y: py(data.high), width, height: py(data.low) - py(data.high), fill: "#dcefdc"}));
  } else if (data.high !== null) {
    parts.push(svg("path", {d: "M" + PLOT.left + " " + py(data.high) + "h" + width, stroke: "#a11", "stroke-dasharray": "6 4"}));
  }
  for (const v of ticks(data.top)) {
    parts.push(svg("path", {d: "M" + PLOT.left + " " + py(v) + "h" + width, stroke: "#ddd"}), text(shown(v), [PLOT.left - 6, py(v) + 4], {"text-anchor": "end"}));
  }
  for (const v of ticks(end)) {
    parts.push(text(shown(v), [px(v), PLOT.top + height + 15], {"text-anchor": "middle"}));
  }
  parts.push(text(data.day ? t("hours", {week: data.week}) : t("weeks"), [PLOT.left + width / 2, PLOT.height - 8], {"text-anchor": "middle"}));
  data.lines.forEach((line, k) => {
    parts.push(svg("path", {d: pathOf(line.points, px, py), fill: "none", stroke: COLOURS[line.style], "stroke-width": 1.8, "stroke-dasharray": DASHES[line.style].join(" ")}));
    parts.push(text(line.name, [PLOT.left + k * 125, 32], {fill: COLOURS[line.style]}));
  });
  return svg("g", {transform: "translate(" + x + " " + y + ")"}, ...parts);
}

/** All charts on one sheet, with the notice. */
function sheet(grid) {
  const charts = grid.shown.map(id => grid.charts.get(id).data);
  const columns = charts.length > 1 ? 2 : 1;
  const height = Math.ceil(charts.length / columns) * PLOT.height + 30;
  const width = columns * PLOT.width;
  return svg("svg", {xmlns: SVG, width, height, viewBox: "0 0 " + width + " " + height, "font-family": "Helvetica, Arial, sans-serif"},
    svg("rect", {width, height, fill: "#fff"}),
    ...charts.map((c, k) => chartGroup(c, (k % columns) * PLOT.width, Math.floor(k / columns) * PLOT.height)),
    svg("text", {x: 12, y: height - 10, "font-size": 12, fill: "#222"}, t("notice")));
}

const sheetText = grid => new XMLSerializer().serializeToString(sheet(grid));

function savePng(grid) {
  const picture = sheet(grid);
  const scale = 2;
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas", {width: picture.getAttribute("width") * scale, height: picture.getAttribute("height") * scale});
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    canvas.toBlob(blob => save("thiopurines.png", blob), "image/png");
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(sheetText(grid));
}

/** What the buttons of the bench and of the lessons take home. */
class View {
  constructor(state) {
    this.model = state;
    this.charts = new ChartGrid();
  }

  state() {
    return this.model;
  }

  grid() {
    return this.charts;
  }

  runs() {
    return this.current;
  }
}

/** The buttons of a view. */
function actions(view, more = []) {
  const said = el("span", {role: "status", class: "said"});
  const copy = () => {
    const link = location.href.split("#")[0] + writeFragment(view.state());
    const done = () => said.textContent = t("action.linked", {link});
    navigator.clipboard ? navigator.clipboard.writeText(link).then(done, done) : done();
  };
  const button = (key, action) => el("button", {type: "button", onclick: action, "data-action": key}, t("action." + key));
  return el("div", {class: "actions", role: "group", "aria-label": t("action.name")}, ...more,
    button("link", copy), button("print", () => print()),
    button("csv", () => save("thiopurines.csv", new Blob([csv(view.runs())], {type: "text/csv"}))),
    button("svg", () => save("thiopurines.svg", new Blob([sheetText(view.grid())], {type: "image/svg+xml"}))),
    button("png", () => savePng(view.grid())), said);
}
