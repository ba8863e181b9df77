// Browser test of the teaching page: every lesson by keyboard, numbers against the command line, hostile links, widths.
// node page.test.mjs PROGRAM-JAR FOLDER; Chromium is $CHROMIUM or /usr/bin/chromium.

import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const [jar, out] = process.argv.slice(2).map(p => path.resolve(p));
const project = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), process.env.PROJECT ?? "../../..");
const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin", "java") : "java";
const file = path.join(out, "thiopurines.html");
const url = pathToFileURL(file).href;
const WIDTHS = [360, 768, 1280, 1920];
const problems = [];
const passed = [];

const check = (name, holds, detail = "") => (holds ? passed.push(name) : problems.push(name + (detail ? ": " + detail : "")));

const thiosim = (...options) => execFileSync(java, ["-Djava.awt.headless=true", "-Dthiosim.home=" + project, "-jar", jar, ...options], {encoding: "utf8"});

/** Four significant digits without trailing zeros. */
const shown = value => (Math.abs(value) < 1e-4 && value !== 0 ? value.toExponential(3).replace(/\.?0+e/, "e") : String(Number(value.toPrecision(4))));

function timecourse(folder) {
  const [, ...rows] = readFileSync(path.join(folder, "timecourse.csv"), "utf8").trim().split("\n").map(l => l.split(","));
  const values = new Map();
  rows.forEach(([arm, , hours, observable, value]) => values.set([arm, Number(hours), observable].join("|"), Number(value)));
  return values;
}

async function newPage(browser, options = {}) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}, ...options});
  page.on("console", m => m.type() === "error" && problems.push("console: " + m.text()));
  page.on("pageerror", e => problems.push("page: " + e.message));
  page.on("request", r => /^(file|data|blob):/.test(r.url()) || problems.push("asked the network for " + r.url()));
  return page;
}

/** Goes to another link of the open page as a fresh visit. */
async function visit(page, fragment) {
  await page.goto("about:blank");
  await page.goto(url + fragment);
  await page.waitForSelector("main > *");
}

const table = page => page.$$eval(".numbers tbody tr", rows => rows.map(r => [r.dataset.row, ...[...r.querySelectorAll("td")].map(c => c.textContent)]));

async function firstPicture(browser) {
  const page = await newPage(browser);
  await page.goto(url);
  await page.waitForSelector(".chart canvas");
  const milliseconds = await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0))));
  console.log("first picture after " + Math.round(milliseconds) + " ms");
  const times = [];
  for (let k = 0; k < 15; k++) {
    times.push(await page.evaluate(async value => {
      const slider = document.getElementById("a-dose");
      const began = performance.now();
      slider.value = value;
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - began;
    }, 100 + 5 * k));
  }
  times.sort((a, b) => a - b);
  console.log("slider to curves: median " + times[7].toFixed(1) + " ms, fastest " + times[0].toFixed(1) + ", slowest " + times[14].toFixed(1));
  const text = await page.textContent("body");
  check("the notice is on the page", text.includes("never for dosing a patient"));
  await page.close();
}

/** Every lesson with the keyboard alone; the numbers of its last week against the command line. */
async function lesson(page, id) {
  await visit(page, "#lesson=" + id);
  let step = 1;
  for (let more = true; more; step++) {
    await page.waitForSelector(".question form");
    const name = "lesson " + id + " question " + step;
    await press(page, "input[type=radio]");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const answer = await page.waitForSelector("[data-answer]", {timeout: 5000}).catch(() => null);
    check(name + " is answered by keyboard", answer !== null);
    if (answer === null) {
      return;
    }
    const explanation = await page.textContent(".explain");
    check(name + " shows computed values", !/[{}]|NaN|undefined|–(?! )/.test(explanation), explanation);
    console.log(name + ": " + await answer.getAttribute("data-answer") + " — " + explanation);
    await page.screenshot({path: path.join(out, "lesson-" + id + step + ".png"), fullPage: true});
    const next = await page.evaluate(() => document.activeElement.textContent);
    more = next === "Next question";
    if (more) {
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !document.querySelector("[data-answer]"));
    }
  }
  await numbers(page, id);
}

/** Tab until an element has the focus. */
async function press(page, selector) {
  await page.evaluate(() => document.querySelector(".question h1").focus());
  for (let k = 0; k < 30; k++) {
    if (await page.evaluate(s => document.activeElement.matches(s), selector)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  problems.push("the keyboard does not reach " + selector);
}

async function numbers(page, id) {
  const scenario = (await page.textContent(".command")).match(/teaching\/([\w-]+)\.yaml/)[1];
  const folder = path.join(out, scenario);
  thiosim("run", path.join(project, "scenarios/teaching/" + scenario + ".yaml"), "-o", folder);
  const values = timecourse(folder);
  await page.click(".links button:last-child");
  await page.waitForSelector(".bench[data-settled=yes]");
  const heads = await page.$$eval(".numbers th[scope=col]", cells => cells.map(c => c.textContent));
  const week = Number(heads[1].match(/week (\d+)/)[1]);
  const spec = await page.evaluate(l => LESSONS.find(x => x.id === l).steps.at(-1), id);
  const arms = [spec.before?.arm, spec.after.arm].filter(Boolean);
  let compared = 0;
  for (const [observable, ...cells] of await table(page)) {
    arms.forEach((arm, k) => {
      const expected = values.get([arm, week * 168, observable].join("|"));
      if (expected !== undefined) {
        compared++;
        const same = shown(expected) === cells[k] || Math.abs(expected) < 1e-7;
        check(scenario + ", " + arm + ", " + observable, same, "page " + cells[k] + ", command line " + expected);
      }
    });
  }
  check("lesson " + id + " compares numbers with " + scenario, compared >= 7 * arms.length, compared + " compared");
}

/** Texts and controls that lie over each other, or wider than the page. */
const overlaps = page => page.evaluate(() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    found.push("the page is " + document.documentElement.scrollWidth + " px wide");
  }
  const visible = e => e.checkVisibility() && e.getBoundingClientRect().width > 0 && !e.closest(".skip") && !e.closest(".top, .keys");
  const boxes = [...document.querySelectorAll("main :is(p, label, button, select, input, h1, h2, figcaption, .plot, legend, summary, li, svg text)")]
    .filter(visible).filter(e => !e.querySelector("input, button, select"));
  const inside = e => e.closest(".controls, .lesson-list") ?? document.body;
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i].getBoundingClientRect();
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j].getBoundingClientRect();
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const slack = boxes[i].tagName === "text" ? 3 : 2;
      if (wide > slack && high > slack && !boxes[i].contains(boxes[j]) && !boxes[j].contains(boxes[i]) && inside(boxes[i]) === inside(boxes[j])) {
        found.push(boxes[i].tagName + " '" + boxes[i].textContent.slice(0, 40) + "' over " + boxes[j].tagName + " '" + boxes[j].textContent.slice(0, 40) + "'");
      }
    }
  }
  return found;
});

async function widths(browser) {
  for (const width of WIDTHS) {
    for (const scheme of ["light", "dark"]) {
      const page = await newPage(browser, {viewport: {width, height: width < 700 ? 800 : 1000}, colorScheme: scheme});
      for (const [name, fragment] of [["bench", "#bench"], ["two", "#two=yes&a.allo=100"], ["lesson", "#lesson=e&step=2"]]) {
        await visit(page, fragment);
        if (name === "lesson") {
          await page.click(".choice");
          await page.click("button[type=submit]");
          await page.waitForSelector("[data-answer]");
        }
        const found = await overlaps(page);
        check(name + " at " + width + " px, " + scheme, found.length === 0, found.slice(0, 5).join("; "));
        await page.screenshot({path: path.join(out, name + "-" + width + "-" + scheme + ".png"), fullPage: true});
      }
      await page.close();
    }
  }
}

/** What a link may not do. */
async function hostile(page) {
  const attacks = [
    "#lesson=<img src=x onerror=alert(1)>", "#a.tpmt=<script>document.title='x'</script>&a.weight=1e9&weeks=99999", "#__proto__.x=1&a.__proto__=2&constructor=3",
    "#a.dose=-5&a.dose=abc&b.stop=\"><svg onload=alert(1)>", "#lesson=a&step=999999", "#" + "a.dose=1&".repeat(5000), "#%3Cscript%3Ealert(1)%3C/script%3E", "#a.weight=70.5e5&a.drug=heroin",
  ];
  const asked = [];
  page.on("dialog", d => asked.push(d.message()) && d.dismiss());
  for (const attack of attacks) {
    await visit(page, attack);
    await page.waitForSelector(".chart, .question");
    check("no element from " + attack.slice(0, 40), (await page.$$("img, main script, [onerror], [onload]")).length === 0);
    const bad = await page.$$eval("input[type=range]", list => list.filter(i => !i.checkValidity()).length);
    check("every control in range after " + attack.slice(0, 40), bad === 0);
  }
  check("no dialog", asked.length === 0, asked.join());
  check("no property of all objects", await page.evaluate(() => ({}).x === undefined));
}

/** A link, once followed, is the link of what it shows. */
async function links(page) {
  for (const fragment of ["#weeks=12&a.tpmt=poor&a.dose=15", "#two=yes&units=hb&b.nudt15=poor", "#week=16&a.hyper=yes&a.allo=100&a.stop=20", "#a.unit=mg~kg&a.dose=2.5"]) {
    await visit(page, fragment);
    await page.waitForTimeout(400);
    const hash = await page.evaluate(() => location.hash);
    const sorted = s => s.slice(1).split("&").sort().join("&");
    const wanted = fragment.includes("two=yes") ? sorted(fragment) : sorted(fragment);
    check("the link " + fragment, sorted(hash).split("&").filter(p => wanted.includes(p)).join("&") === wanted, hash);
  }
  await visit(page, "#a.allo=100&a.after=150");
  check("the contraindication is said", (await page.textContent(".notices")).includes("Contraindicated"));
}

async function exports(page) {
  await visit(page, "#two=yes");
  for (const kind of ["csv", "svg", "png"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-action=" + kind + "]")]);
    const target = path.join(out, "export." + kind);
    await download.saveAs(target);
    const bytes = readFileSync(target);
    check("exports " + kind, bytes.length > 10000, bytes.length + " bytes");
  }
  await page.emulateMedia({media: "print"});
  await visit(page, "#lesson=e");
  await page.click(".choice");
  await page.evaluate(() => document.querySelector(".question form").requestSubmit());
  for (const [name, fragment] of [["lesson", ""], ["bench", "#a.allo=100"]]) {
    if (fragment) {
      await visit(page, fragment);
    }
    const pdf = await page.pdf({path: path.join(out, "print-" + name + ".pdf"), preferCSSPageSize: true, printBackground: true});
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    check("the " + name + " prints on one page", pages === 1, pages + " pages");
  }
  await page.emulateMedia({media: null});
}

async function touch(browser) {
  const page = await newPage(browser, {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true});
  await visit(page, "#lesson=g");
  await page.tap(".choice:nth-of-type(2)");
  await page.tap("button[type=submit]");
  check("a lesson is answered by touch", await page.waitForSelector("[data-answer]", {timeout: 5000}).then(() => true, () => false));
  const box = await page.locator(".notice").boundingBox();
  check("the notice stays in sight", box.y >= 0 && box.y < 740, JSON.stringify(box));
  await page.close();
}

/** Every control has a name, and text stands out from its ground. */
async function access(page) {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({colorScheme: scheme});
    await visit(page, "#two=yes");
    const nameless = await page.$$eval("input, select, button, [role=img]", list => list.filter(e => !(e.labels?.length || e.getAttribute("aria-label") || e.textContent.trim())).map(e => e.outerHTML.slice(0, 80)));
    check("every control has a name, " + scheme, nameless.length === 0, nameless.join());
    const faint = await page.evaluate(() => {
      const channel = c => (c <= 10.31 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
      const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
      const rgb = text => text.match(/[\d.]+/g).map(Number);
      const ground = e => {
        for (let at = e; at; at = at.parentElement) {
          const c = rgb(getComputedStyle(at).backgroundColor);
          if (c.length < 4 || c[3] > 0) {
            return c;
          }
        }
        return [255, 255, 255];
      };
      return [...document.querySelectorAll("p, label, button, legend, summary, figcaption *, li, .key *, a")].filter(e => e.checkVisibility() && e.textContent.trim() && !e.matches(":disabled")).map(e => {
        const a = light(rgb(getComputedStyle(e).color));
        const b = light(ground(e));
        return [e.textContent.slice(0, 30), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
      }).filter(([, ratio]) => ratio < 4.5);
    });
    check("text stands out, " + scheme, faint.length === 0, JSON.stringify(faint.slice(0, 5)));
  }
}

mkdirSync(out, {recursive: true});
thiosim("page", "-o", file);
check("the file is below 1.5 MB", readFileSync(file).length < 1.5e6);
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: process.getuid?.() === 0 ? ["--no-sandbox"] : []});
await firstPicture(browser);
const page = await newPage(browser);
await visit(page, "#lesson=a");
for (const id of await page.evaluate(() => LESSONS.map(l => l.id))) {
  await lesson(page, id);
}
await links(page);
await hostile(page);
await exports(page);
await access(page);
await touch(browser);
await widths(browser);
await browser.close();
console.log(passed.length + " checks passed, " + problems.length + " failed");
problems.forEach(p => console.error("FAILED " + p));
process.exit(problems.length ? 1 : 0);
