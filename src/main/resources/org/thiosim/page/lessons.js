// The lessons: predict, then let the model answer.

class Lessons extends View {
  constructor(state, go) {
    super(state);
    this.go = go;
    this.answered = new Set();
    this.picture = el("div");
    this.notices = el("div", {class: "notices"});
    this.reply = el("div", {class: "reply", role: "status", "aria-live": "polite"});
    this.body = el("div", {class: "question"});
    this.keys = el("div", {class: "keys"});
    this.list = el("nav", {class: "lesson-list", "aria-label": t("lessons.title")});
    this.element = el("div", {class: "lessons"}, this.list, el("div", {class: "lesson"}, this.body,
      el("div", {class: "results", id: "results", tabindex: "-1"}, this.keys, this.picture, this.charts.element, this.notices)));
  }

  open(id, step) {
    this.model = {view: "lesson", lesson: id, step};
    this.lesson = LESSONS.find(l => l.id === id);
    this.question = new Question(this.lesson, step);
    this.revealed = false;
    this.guess = null;
    this.reply.replaceChildren();
    this.menu();
    this.ask();
    this.show();
  }

  menu() {
    const total = LESSONS.reduce((sum, l) => sum + l.steps.length, 0);
    this.list.replaceChildren(el("details", {open: !narrow()}, el("summary", {}, t("lessons.title")), el("p", {class: "lead"}, t("lessons.lead")),
      el("ol", {}, ...LESSONS.map(l => el("li", {}, el("a", {href: "#lesson=" + l.id, "aria-current": l.id === this.lesson.id ? "page" : undefined},
        el("span", {class: "letter"}, l.id), " ", t(l.id + ".title"),
        l.steps.every((_, k) => this.answered.has(l.id + k)) ? el("span", {class: "tick"}, " ✓") : null)))),
      el("p", {class: "progress"}, t("lesson.progress", {done: this.answered.size, all: total}))));
  }

  ask() {
    const {id} = this.lesson;
    const number = this.model.step + 1;
    const prefix = id + "." + number + ".";
    const options = this.question.choices().map(choice => el("label", {class: "choice", "data-choice": choice},
      el("input", {type: "radio", name: "guess", value: choice, onchange: () => this.guess = choice}), " ", el("span", {}, t(prefix + choice))));
    this.button = el("button", {type: "submit", class: "primary"}, t("lesson.reveal"));
    put(this.body,
      el("p", {class: "number"}, t("lesson.number", {letter: id}) + " · " + t("lesson.step", {step: number, steps: this.lesson.steps.length})),
      el("h1", {tabindex: "-1"}, t(id + ".title")), el("p", {class: "story"}, t(id + ".lead")),
      this.lesson.model === "wrong" ? el("p", {class: "wrong"}, t("control.model.wrong")) : null,
      el("form", {onsubmit: e => {
        e.preventDefault();
        this.reveal();
      }}, el("fieldset", {}, el("legend", {}, t(prefix + "ask")), ...options), this.button),
      this.reply, actions(this));
  }

  reveal() {
    if (this.revealed) {
      return;
    }
    if (this.guess === null) {
      this.reply.replaceChildren(el("p", {class: "need"}, t("lesson.need")));
      return;
    }
    this.revealed = true;
    const prefix = this.lesson.id + "." + (this.model.step + 1) + ".";
    const {choice, values} = this.question.answer();
    const right = choice === this.guess;
    this.answered.add(this.lesson.id + this.model.step);
    this.body.querySelectorAll(".choice").forEach(label => {
      label.classList.toggle("correct", label.dataset.choice === choice);
      label.querySelector("input").disabled = true;
    });
    this.button.disabled = true;
    const verdict = t(right ? "lesson.right" : "lesson.wrong", {guess: t(prefix + this.guess), answer: t(prefix + choice)});
    this.reply.replaceChildren(el("p", {class: right ? "right" : "other", "data-answer": choice}, verdict), el("p", {class: "explain"}, t(prefix + "explain", values)),
      el("p", {class: "links"}, this.onward(), " ", el("button", {type: "button", onclick: () => this.toBench()}, t("lesson.bench"))),
      el("p", {class: "command"}, t("lesson.scenario", {file: this.lesson.scenario})));
    this.show();
    this.menu();
    this.reply.querySelector("button").focus({preventScroll: true});
  }

  /** The way to the next question, the next lesson or the bench. */
  onward() {
    const more = this.model.step + 1 < this.lesson.steps.length;
    const next = LESSONS[LESSONS.indexOf(this.lesson) + 1];
    const label = more ? "lesson.next" : next ? "lesson.done" : "lesson.end";
    const target = more ? "#lesson=" + this.lesson.id + "&step=" + (this.model.step + 2) : next ? "#lesson=" + next.id : "#bench";
    return el("button", {type: "button", class: "primary", onclick: () => this.go(target)}, t(label));
  }

  toBench() {
    const {before, after} = this.question.spec;
    const state = {...newState(), weeks: this.question.weeks, week: this.question.week, model: this.lesson.model ?? "right", two: before ? "yes" : "no"};
    state.a = patientOf(before ?? after);
    state.b = patientOf(after);
    this.go(writeFragment(state));
  }

  show() {
    const {question} = this;
    const {before, charts, after} = question.spec;
    const shown = [];
    if (before) {
      shown.push({run: question.run("before"), name: t("arm." + before.arm), style: 0});
    }
    if (this.revealed || question.spec.both) {
      shown.push({run: question.run("after"), name: t("arm." + after.arm), style: before ? 1 : 0});
    }
    this.current = shown;
    const view = {week: question.week, units: "rbc"};
    this.charts.element.hidden = shown.length === 0;
    if (shown.length === 0) {
      this.current = [{run: question.run("after"), name: t("arm." + after.arm), style: 0}];
      this.keys.replaceChildren();
      this.picture.replaceChildren();
      this.notices.replaceChildren();
      this.charts.show(charts, this.current, view);
      return;
    }
    this.charts.show(charts, shown, view);
    this.keys.replaceChildren(...keyNumbers(shown, view));
    this.picture.replaceChildren(pathways(shown, view.week));
    this.notices.replaceChildren(...noticeList(shown));
  }
}
