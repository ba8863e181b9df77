package org.thiosim.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thiosim.model.Model;

/**
 * The teaching page as one HTML file that needs no network.
 *
 * @param right the model of the bench and the lessons
 * @param wrong the same model with an error, for the lesson that asks to find it
 * @param version of the program, shown at the end of the page
 */
public record TeachingPage(Model right, Model wrong, String version) {
    private static final List<String> SCRIPTS = List.of(
            "state.js",
            "engine.js",
            "dom.js",
            "charts.js",
            "pathway.js",
            "export.js",
            "bench.js",
            "lessons.js",
            "main.js");

    /** The text of the file. */
    public String html() {
        String script = script();
        String style = resource("lib/uPlot.min.css") + resource("page.css");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "policy",
                "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'; script-src '"
                        + hash(script) + "'; style-src 'unsafe-inline'");
        parts.put("style", style);
        parts.put("script", script);
        return filled(resource("page.html"), parts);
    }

    /** Everything that runs: library, solver, models, texts, lessons and the page's own script. */
    String script() {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        script.append("/*! uPlot\n").append(resource("lib/uPlot-LICENSE.txt")).append("*/\n");
        script.append(resource("lib/uPlot.iife.min.js")).append("\n");
        script.append(computing());
        script.append("const TEXTS=").append(embedded("texts.json")).append(";\n");
        script.append("const LESSONS=").append(embedded("lessons.json")).append(";\n");
        script.append("const VERSION=").append(ModelScript.text(version)).append(";\n");
        script.append("(()=>{\n");
        SCRIPTS.forEach(name -> script.append(resource(name)));
        return script.append("})();\n").toString();
    }

    /** The part of the script that needs no browser: the constants {@code SOLVER} and {@code MODELS}. */
    String computing() {
        return "const SOLVER=(()=>{" + resource("solver.js") + "\nreturn {prepare};})();\n"
                + "const MODELS={right:" + ModelScript.of(Lowered.of(right)) + ",wrong:"
                + ModelScript.of(Lowered.of(wrong)) + "};\n";
    }

    private static String embedded(String name) {
        return resource(name).replace("<", "\\u003c").strip();
    }

    /** The template with each {@code {{name}}} replaced once. */
    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder(template);
        parts.forEach((name, text) -> {
            String mark = "{{" + name + "}}";
            int at = page.indexOf(mark);
            page.replace(at, at + mark.length(), text);
        });
        return page.toString();
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = TeachingPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
