package org.thiosim.report;

/** The look of a report: light, dark by the reader's choice, and print. */
final class PageStyle {
    /** Names and values of colours, light. */
    static final String LIGHT = """
            --page: #ffffff; --text: #1b1f24; --quiet: #4f5862; --line: #d5dae0; --panel: #f4f6f8;
            --link: #0a5a9c; --warn-text: #6b2c00; --warn-page: #fff3e6; --warn-line: #c75b12;
            --up: #9a3d00; --down: #0a5a9c;
            --frame: linear-gradient(to right, #ffffff 40%, transparent) left / 3rem 100% no-repeat local,
              linear-gradient(to left, #ffffff 40%, transparent) right / 3rem 100% no-repeat local,
              linear-gradient(to right, #9aa4ae, transparent) left / 1rem 100% no-repeat scroll,
              linear-gradient(to left, #9aa4ae, transparent) right / 1rem 100% no-repeat scroll;
            """;

    /** Names and values of colours, dark. */
    static final String DARK = """
            --page: #14181d; --text: #e8ebee; --quiet: #aab4be; --line: #3a434d; --panel: #1e242b;
            --link: #7cc0ff; --warn-text: #ffd9b8; --warn-page: #3a2413; --warn-line: #e08a45;
            --up: #ffab70; --down: #7cc0ff;
            --frame: linear-gradient(to right, #14181d 40%, transparent) left / 3rem 100% no-repeat local,
              linear-gradient(to left, #14181d 40%, transparent) right / 3rem 100% no-repeat local,
              linear-gradient(to right, #5c6874, transparent) left / 1rem 100% no-repeat scroll,
              linear-gradient(to left, #5c6874, transparent) right / 1rem 100% no-repeat scroll;
            """;

    private static final String RULES = """
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
            body { margin: 0; background: var(--page); color: var(--text); font: 17px/1.55 system-ui, "Segoe UI",
              Roboto, "DejaVu Sans", sans-serif; }
            header, main, footer, nav { max-width: 68rem; margin: 0 auto; padding: 0 1.2rem; }
            header { padding-top: 1.6rem; }
            h1 { font-size: 2rem; line-height: 1.2; margin: .3rem 0 .8rem; }
            h2 { font-size: 1.4rem; margin: 2.6rem 0 .7rem; padding-top: .6rem; border-top: 1px solid var(--line); }
            h3 { font-size: 1.08rem; margin: 1.6rem 0 .4rem; }
            p, ul, dl { max-width: 46rem; }
            a { color: var(--link); }
            nav ul { list-style: none; max-width: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: 0; margin: 1rem 0 0; }
            .banner { background: var(--warn-page); color: var(--warn-text); border-left: 5px solid var(--warn-line);
              padding: .5rem .9rem; font-weight: 600; }
            .quiet { color: var(--quiet); }
            .lesson { font-size: 1.08em; }
            .short { background: var(--panel); border-radius: .5rem; padding: .3rem 1.3rem .9rem; margin-top: 1.4rem; }
            .short h2 { border: 0; margin: .6rem 0 .4rem; padding: 0; }
            .short ul { padding-left: 1.1rem; max-width: none; }
            .short > ul > li { margin-bottom: .7rem; } .short .why { margin-top: .25rem; color: var(--quiet); font-weight: 600; }
            .short .scroll { background: none; }
            .numbers { display: grid; grid-template-columns: 1fr; gap: 0 2.4rem; }
            .numbers section { min-width: 0; }
            @media (min-width: 64rem) { .numbers { grid-template-columns: 1fr 1fr; } .numbers.many { grid-template-columns: 1fr; }
              .numbers table { min-width: 0; width: 100%; } }
            .numbers th[scope="row"] { position: sticky; left: 0; background: var(--page); padding-right: .5rem; }
            .stern { border-left: 5px solid var(--warn-line); background: var(--warn-page); color: var(--warn-text);
              padding: .6rem .9rem; margin: .6rem 0; max-width: none; }
            .mild { border-left: 5px solid var(--line); padding: .2rem .9rem; margin: .6rem 0; max-width: none; }
            .stern p { max-width: none; margin: .3rem 0; }
            figure { margin: 1rem 0 1.6rem; }
            figure img { display: block; width: 100%; height: auto; background: #fff; border: 1px solid #d5dae0;
              border-radius: .4rem; }
            .enlarge { display: block; cursor: zoom-in; }
            .back { display: none; }
            figure:target { position: fixed; top: 0; right: 0; bottom: 0; left: 0; z-index: 5; margin: 0; padding: 3rem .5rem .5rem; overflow: auto;
              background: var(--page); }
            figure:target img { width: 100%; min-width: 60rem; max-width: calc(178vh - 7rem); margin: 0 auto; }
            figure:target .enlarge { cursor: default; }
            figure:target .back { display: inline-block; position: fixed; top: .5rem; left: .8rem; font-size: 1.1rem;
              font-weight: 600; }
            @media screen and (prefers-color-scheme: dark) { figure img { filter: invert(.91) hue-rotate(180deg) brightness(1.25); } }
            .scroll { overflow-x: auto; background: var(--frame); }
            table { border-collapse: collapse; font-size: .93rem; margin: .5rem 0 1rem; min-width: 30rem; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .32rem .8rem .32rem 0; border-bottom: 1px solid
              var(--line); }
            th { font-weight: 600; }
            td.number { font-variant-numeric: tabular-nums; }
            .up, .down { font-weight: 600; white-space: nowrap; } .up { color: var(--up); } .down { color: var(--down); }
            td .up, td .down { display: block; font-size: .95em; }
            .note { display: block; font-weight: 400; color: var(--quiet); font-size: .95em; }
            details { margin: .8rem 0; }
            summary { cursor: pointer; font-weight: 600; }
            pre { overflow-x: auto; background: var(--panel); padding: .8rem; font-size: .82rem; line-height: 1.4; }
            footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; padding-bottom: 2.5rem; }
            table .note { min-width: 5.5rem; }
            @media (max-width: 30rem) { body { font-size: 16px; } h1 { font-size: 1.5rem; } table { font-size: .9rem; min-width: 24rem; }
              header, main, footer, nav { padding: 0 .8rem; } .short { padding: .3rem .8rem .7rem; } }
            .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; }
            @media print {
              body { font-size: 10pt; line-height: 1.35; } nav, .skip, .screen { display: none; }
              header, main, footer { max-width: none; padding: 0; }
              figure, tr, .stern, .numbers section, li li { break-inside: avoid; }
              h1, h2, h3, summary, caption, thead { break-after: avoid; }
              h2 + p, h3 + p { break-after: avoid; }
              tbody tr:first-child { break-before: avoid; }
              figure { margin: .3rem 0; } figure img { max-height: 12cm; width: auto; max-width: 100%; }
              .numbers { grid-template-columns: 1fr 1fr; gap: 0 1.2rem; } .numbers.wide { display: block; }
              h1 { font-size: 18pt; } h2 { font-size: 14pt; margin: 1.4rem 0 .4rem; } h3 { font-size: 11.5pt; margin: .7rem 0 .2rem; } p, ul { margin: .4rem 0; } table { margin: .3rem 0 .5rem; }
              figure:target { position: static; padding: 0; } figure:target img { min-width: 0; } figure:target .back, .back { display: none; }
              .scroll { overflow: visible; background: none; } table { min-width: 0; font-size: 8.5pt; } th, td { padding: .12rem .6rem .12rem 0; }
              td .up, td .down, td .note { display: inline; } td .up::before, td .down::before, td .note::before { content: " "; }
              li { margin: .1rem 0; } details { margin: .4rem 0; }
              pre { white-space: pre-wrap; overflow-wrap: break-word; font-size: 7pt; }
            }
            """;

    private PageStyle() {}

    static String css() {
        return ":root {\n" + LIGHT + "}\n@media screen and (prefers-color-scheme: dark) { :root {\n" + DARK + "} }\n"
                + RULES;
    }
}
