package org.thiosim.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.Scenario;

/** The page as a file. */
class TeachingPageTest {
    private static final String HTML = Pages.page().html();
    private static final List<String> LESSONS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

    @Test
    void onePageIsBelowAMegabyteAndAHalfAndNamesNoOtherPlace() {
        assertThat(HTML.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
        assertThat(HTML)
                .doesNotContain("{{text:")
                .doesNotContain("<link rel=\"stylesheet")
                .doesNotContain("@import");
        assertThat(HTML.split("</script>", -1)).hasSize(2);
        assertThat(HTML).contains("MIT License").contains("never for dosing a patient");
    }

    @Test
    void theContentPolicyAllowsThisScriptAlone() throws Exception {
        Matcher script =
                Pattern.compile("<script>(.*)</script>", Pattern.DOTALL).matcher(HTML);
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(HTML)
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("default-src 'none'");
    }

    @Test
    void equalModelsGiveEqualBytes() {
        assertThat(Pages.page().html()).isEqualTo(HTML);
    }

    @Test
    void everyTextThatTheScriptAsksForExists() {
        Map<String, String> texts = TeachingPage.english();
        for (String name : List.of("bench.js", "lessons.js", "main.js", "export.js", "charts.js", "pathway.js")) {
            Matcher asked = Pattern.compile("\\bt\\(\"([^\"]+)\"[,)]").matcher(TeachingPage.resource(name));
            while (asked.find()) {
                assertThat(texts).as(name).containsKey(asked.group(1));
            }
        }
        assertThat(texts.keySet()).containsAll(List.of("chart.6-TGN", "chart.oxypurinol plasma", "control.unit.mg/kg"));
    }

    @Test
    void aTranslationWithoutAllTextsIsRefused() {
        Map<String, String> texts = new TreeMap<>(TeachingPage.english());
        texts.remove("notice");

        assertThatThrownBy(() -> new TeachingPage(Pages.right(), Pages.wrong(), "test", texts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("texts are missing: notice");
    }

    @Test
    void aTextCannotEndTheScript() {
        Map<String, String> texts = new TreeMap<>(TeachingPage.english());
        texts.put("title", "</script><script>alert(1)</script>");

        String html = new TeachingPage(Pages.right(), Pages.wrong(), "test", texts).html();

        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html).contains("<title>&lt;/script>");
    }

    @Test
    void everyLessonHasItsTextsAndAScenarioWithItsArms() throws IOException {
        String lessons = TeachingPage.resource("lessons.json");
        Map<String, String> texts = TeachingPage.english();
        for (String id : LESSONS) {
            String lesson = lessons.substring(lessons.indexOf("{\"id\": \"" + id + "\", \"scenario\""));
            lesson = lesson.substring(0, lesson.indexOf("\n  ]}"));
            String file = group("\"scenario\": \"([^\"]+)\"", lesson);
            Path path = Path.of("scenarios/teaching", file + ".yaml");
            Scenario scenario =
                    ScenarioFile.read(path, Pages.LIBRARY, List.of()).scenario();
            TreeSet<String> arms = new TreeSet<>();
            Matcher arm = Pattern.compile("\"arm\": \"([^\"]+)\"").matcher(lesson);
            while (arm.find()) {
                arms.add(arm.group(1));
                assertThat(texts).containsKey("arm." + arm.group(1));
            }
            assertThat(scenario.head().id()).isEqualTo(file);
            assertThat(scenario.head().lesson()).startsWith("Lesson " + id + " of the teaching page.");
            assertThat(scenario.arms().stream().map(a -> a.name())).containsExactlyInAnyOrderElementsOf(arms);
            assertThat(texts).containsKeys(id + ".title", id + ".lead", id + ".1.ask", id + ".1.explain");
        }
        try (var files = Files.list(Path.of("scenarios/teaching"))) {
            assertThat(files).hasSize(LESSONS.size());
        }
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
