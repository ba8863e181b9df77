// Texts, numbers and elements. Nothing here writes markup: every text reaches the page as text.

function t(key, values = {}) {
  const text = TEXTS[key] ?? key;
  return text.replace(/\{([\w-]+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Four significant digits without trailing zeros, as the program's own tables. */
function shown(value, digits = 4) {
  if (!Number.isFinite(value)) {
    return "–";
  }
  if (Math.abs(value) < 1e-4) {
    return value === 0 ? "0" : value.toExponential(digits - 1).replace(/\.?0+e/, "e");
  }
  return String(Number(value.toPrecision(digits)));
}

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined));
  return element;
}

const el = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

/** Puts children in the place of those there; nothing for null. */
const put = (element, ...children) => element.replaceChildren(...children.flat().filter(c => c !== null && c !== undefined));

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const factorOf = (observable, units) => (units === "hb" && observable.other ? observable.other.factor : 1);

const unitOf = (observable, units) => (units === "hb" && observable.other ? observable.other.unit : observable.unit);

const seriesColour = k => css(["--a", "--b", "--held", "--held"][k]);
