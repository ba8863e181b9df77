// The page: header, views, and the link that says what is shown.

const root = document.getElementById("page");
const state = readFragment(location.hash);
const go = fragment => {
  if (location.hash === fragment) {
    open();
  } else {
    location.hash = fragment;
  }
};
const links = {};
const main = el("main", {id: "main"});
let bench = null;
let lessons = null;

function header() {
  const link = (view, target) => {
    links[view] = el("a", {href: target}, t("view." + view));
    return links[view];
  };
  return el("header", {class: "top"},
    el("a", {class: "skip", href: "#results", onclick: e => {
      e.preventDefault();
      document.getElementById("results")?.focus();
    }}, t("skip")),
    el("div", {class: "bar"}, el("p", {class: "brand"}, t("title")),
      el("nav", {"aria-label": t("view.name")}, link("bench", "#bench"), link("lessons", "#lesson=a"))),
    el("p", {class: "notice", role: "note"}, t("notice")));
}

function mark(view) {
  for (const [name, link] of Object.entries(links)) {
    name === view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
}

function openBench(next) {
  Object.assign(bench.model, next);
  bench.build();
  main.replaceChildren(bench.element);
  bench.begin();
}

/** Shows what the link says. */
function open() {
  const next = readFragment(location.hash);
  mark(next.view === "bench" ? "bench" : "lessons");
  if (next.view === "lesson") {
    lessons ??= new Lessons(next, go);
    main.replaceChildren(lessons.element);
    lessons.open(next.lesson, next.step);
    if (started) {
      scrollTo(0, 0);
      lessons.body.querySelector("h1").focus({preventScroll: true});
    }
  } else {
    openBench(next);
  }
  document.title = t("title") + (next.view === "lesson" ? ": " + t(next.lesson + ".title") : "");
}

let started = false;
let writing = 0;

/** The address follows the bench, a moment after the last change. */
function written() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    if (bench.element.isConnected) {
      history.replaceState(null, "", writeFragment(bench.model));
    }
  }, 250);
}

bench = new Bench(state.view === "bench" ? state : newState(), written);
document.documentElement.lang = t("language");
root.replaceChildren(header(), main, el("footer", {}, t("version", {version: VERSION, model: MODELS.right.title})));
open();
started = true;
addEventListener("hashchange", open);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  if (bench.element.isConnected) {
    bench.solve();
  } else {
    lessons.show();
  }
});
