package org.thiosim.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thiosim.model.Model;

/**
 * The teaching page as one HTML file that needs no network.
 *
 * @param right the model of the bench and the lessons
 * @param wrong the same model with an error, for the lesson that asks to find it
 * @param version of the program, shown at the end of the page
 * @param texts every text of the page by its key
 */
public record TeachingPage(Model right, Model wrong, String version, Map<String, String> texts) {
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "state.js",
            "engine.js",
            "charts.js",
            "pathway.js",
            "export.js",
            "bench.js",
            "answers.js",
            "lessons.js",
            "main.js");
    private static final Pattern TEXT = Pattern.compile("\\{\\{text:([a-z-]+)}}");

    public TeachingPage {
        Set<String> missing = new TreeSet<>(english().keySet());
        missing.removeAll(texts.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("texts are missing: " + String.join(", ", missing));
        }
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** The page's own texts. */
    public static Map<String, String> english() {
        return texts(resource("texts.properties"));
    }

    /** Reads texts: lines {@code key = text}, as {@link Properties} does. */
    public static Map<String, String> texts(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key, "")));
        return texts;
    }

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
        String template = TEXT.matcher(resource("page.html"))
                .replaceAll(m -> Matcher.quoteReplacement(escaped(texts.getOrDefault(m.group(1), ""))));
        return filled(template, parts);
    }

    /** Everything that runs: library, solver, models, texts, lessons and the page's own script. */
    String script() {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        script.append("/*! uPlot\n").append(resource("lib/uPlot-LICENSE.txt")).append("*/\n");
        script.append(resource("lib/uPlot.iife.min.js")).append("\n");
        script.append(computing());
        script.append("const TEXTS={");
        texts.forEach((key, text) -> script.append(ModelScript.text(key))
                .append(":")
                .append(ModelScript.text(text))
                .append(",\n"));
        script.append("};\n");
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

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
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
