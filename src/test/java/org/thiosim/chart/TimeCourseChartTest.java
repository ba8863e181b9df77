package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TimeCourseChartTest {
    private static final ChartStyle STYLE = ChartStyle.STANDARD;
    private static final TimeCoursePanel TWO_ARMS = Panels.withDoses(
            Panels.withRanges(
                    Panels.of(Panels.rising("full-dose", 180), Panels.rising("third-dose", 380)),
                    ReferenceRange.window(235, 450, "235–450: adult IBD")),
            new DoseSpan("full-dose", "azathioprine", 0, 24 * Panels.WEEK, "150 mg daily"),
            new DoseSpan("third-dose", "azathioprine", 0, 24 * Panels.WEEK, "50 mg daily"));

    @Test
    void pngHasSlideSizeAndTheColourOfEachArm() throws Exception {
        List<TimeCourse> curves = new ArrayList<>();
        for (int i = 0; i < TimeCoursePanel.MAXIMUM_ARMS; i++) {
            curves.add(Panels.rising("arm-" + i, 100 * (i + 1)));
        }
        BufferedImage image = image(Panels.of(curves.toArray(TimeCourse[]::new)));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(900);
        Set<Integer> colours = colours(image);
        for (CurveStyle look : STYLE.curves()) {
            assertThat(colours).as(look.colour()).contains(Colours.rgb(look.colour()));
        }
    }

    @Test
    void windowIsShadedInThePng() throws Exception {
        Scales scales = SheetLayout.of(TWO_ARMS, STYLE).scales();
        double shaded = scales.plot().width() * (scales.y(235) - scales.y(450));
        assertThat(shadedPixels(TWO_ARMS)).isBetween((int) (0.9 * shaded), (int) shaded);
        assertThat(shadedPixels(Panels.of(Panels.rising("only", 180)))).isLessThan(100);
    }

    @Test
    void pngIsEqualByteForByteWhenDrawnTwice() {
        assertThat(TimeCourseChart.draw(TWO_ARMS, STYLE, PictureFormat.PNG))
                .isEqualTo(TimeCourseChart.draw(TWO_ARMS, STYLE, PictureFormat.PNG));
    }

    @Test
    void svgSaysArmsUnitRangeDosesAndDisclaimer() throws Exception {
        Document svg = svg(TWO_ARMS);
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1600 900");
        assertThat(texts(svg))
                .contains("full-dose", "third-dose", "6-TGN (pmol/8×10⁸ RBC)", "235–450: adult IBD")
                .contains("azathioprine", "150 mg daily", "50 mg daily", "weeks", "24")
                .contains("For teaching and research, never for dosing a patient.");
    }

    @Test
    void svgIsEqualByteForByteWhenDrawnTwice() {
        assertThat(TimeCourseChart.draw(TWO_ARMS, STYLE, PictureFormat.SVG))
                .isEqualTo(TimeCourseChart.draw(TWO_ARMS, STYLE, PictureFormat.SVG));
    }

    @Test
    void svgCarriesOneCurvePerArmInsideThePlot() throws Exception {
        Element curve = curves(svg(TWO_ARMS), "#0072B2").get(0);
        String[] numbers = curve.getAttribute("d").replaceAll("[ML]", "").trim().split("\\s+");
        assertThat(numbers.length / 2).isBetween(20, 673);
        for (int i = 1; i < numbers.length; i += 2) {
            assertThat(Double.parseDouble(numbers[i])).isBetween(100.0, 800.0);
        }
        assertThat(curves(svg(TWO_ARMS), "#E69F00")).hasSize(1);
    }

    @Test
    void idsOfDifferentPanelsDiffer() throws Exception {
        Set<String> one = ids(svg(TWO_ARMS));
        Set<String> other = ids(svg(Panels.of(Panels.rising("only", 180))));
        assertThat(one).isNotEmpty().doesNotContainAnyElementsOf(other);
    }

    @Test
    void hostileNamesAreShownAsText() throws Exception {
        String hostile = "</text><script>alert('1')</script>&\"\u0000\u202E";
        TimeCoursePanel panel = new TimeCoursePanel(
                hostile,
                "6-TGN",
                Panels.UNIT,
                List.of(Panels.rising(hostile, 100)),
                List.of(ReferenceRange.upperLimit(90, hostile)),
                List.of(new DoseSpan(hostile, hostile, 0, 1000, hostile)),
                Optional.of(hostile));
        Document svg = svg(panel);
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg)).contains("</text><script>alert('1')</script>&\"");
        assertThat(image(panel).getWidth()).isEqualTo(1600);
    }

    @Test
    void zerosOnALogarithmicAxisLeaveTheRestOfTheCurve() throws Exception {
        TimeCourse washout = Panels.curve(
                "washout", 72, 300, hour -> hour > 40 ? 0 : 1000 * (1 + hour % 1) * StrictMath.exp(-hour / 5));
        TimeCoursePanel panel = Panels.of(washout);
        assertThat(texts(svg(panel))).anyMatch(text -> text.contains("logarithmic axis"));
        Element curve = curves(svg(panel), "#0072B2").get(0);
        assertThat(curve.getAttribute("d").split("L")).hasSizeGreaterThan(100);
        assertThat(curve.getAttribute("d")).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void curveBelowALogarithmicAxisDoesNotRunAlongIt() throws Exception {
        TimeCourse washout =
                Panels.curve("washout", 24 * Panels.WEEK, 4033, h -> (1000 + 10 * (h % 24)) * StrictMath.exp(-h / 600));
        TimeCoursePanel panel = Panels.of(washout, Panels.constant("goes-on", 30_000));
        assertThat(texts(svg(panel))).anyMatch(text -> text.contains("logarithmic axis"));
        List<Element> strokes = strokes(svg(panel), "#0072B2");
        assertThat(strokes).isNotEmpty();
        for (Element curve : strokes) {
            if (attribute(curve, "stroke-dasharray").equals("2,5")) {
                continue;
            }
            double[][] points = Arrays.stream(
                            curve.getAttribute("d").substring(1).split("L"))
                    .map(p -> Arrays.stream(p.replace("Z", "").strip().split("[ ,]+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            for (int i = 1; i < points.length; i++) {
                double across = Math.abs(points[i][0] - points[i - 1][0]);
                double down = Math.abs(points[i][1] - points[i - 1][1]);
                assertThat(across > 50 && down < 0.5)
                        .as("level from %s on", points[i - 1][0])
                        .isFalse();
            }
        }
    }

    @Test
    void allZeroValuesAreSaidInThePicture() throws Exception {
        assertThat(texts(svg(Panels.of(Panels.constant("placebo", 0))))).contains("All values are zero.", "placebo");
    }

    @Test
    void stepsOfATaperAreWrittenInOneWay() throws Exception {
        DoseSpan[] steps = new DoseSpan[5];
        for (int i = 0; i < 5; i++) {
            steps[i] = new DoseSpan(
                    "a", "azathioprine", i * Panels.WEEK, (i + 1) * Panels.WEEK, (125 - 25 * i) + " mg daily");
        }
        List<String> written = texts(svg(Panels.withDoses(Panels.of(Panels.rising("a", 200)), steps)));
        assertThat(written).contains("125", "100", "75", "50", "25 mg daily");
    }

    @Test
    void equalCurvesShareOneName() throws Exception {
        TimeCoursePanel panel = Panels.of(Panels.rising("a", 5), Panels.rising("b", 5), Panels.rising("c", 7));
        assertThat(texts(svg(panel))).contains("a = b", "c").doesNotContain("a", "b");
        assertThat(curves(svg(panel), "#000000"))
                .as("c keeps the look of the third arm")
                .isNotEmpty();
    }

    @Test
    void dailySwingsAreDrawnAsABandThatIsExplained() throws Exception {
        Document svg = svg(Panels.of(Panels.daily("full-dose", 90)));
        assertThat(texts(svg)).anyMatch(text -> text.endsWith("bands: lowest to highest of each day"));
        assertThat(TimeCourseChart.draw(Panels.of(Panels.daily("a", 90)), STYLE, PictureFormat.SVG))
                .hasSizeLessThan(60_000);
    }

    private static BufferedImage image(TimeCoursePanel panel) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(TimeCourseChart.draw(panel, STYLE, PictureFormat.PNG)));
    }

    private static int shadedPixels(TimeCoursePanel panel) throws Exception {
        int shade = Colours.rgb(STYLE.inks().window());
        BufferedImage image = image(panel);
        int shaded = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                shaded += (image.getRGB(x, y) & 0xFFFFFF) == shade ? 1 : 0;
            }
        }
        return shaded;
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                colours.add(pixel & 0xFFFFFF);
            }
        }
        return colours;
    }

    private static Document svg(TimeCoursePanel panel) throws Exception {
        byte[] bytes = TimeCourseChart.draw(panel, STYLE, PictureFormat.SVG);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("<!DOCTYPE")
                .doesNotContain("<!--");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        for (Element element : elements(svg, "text")) {
            texts.add(element.getTextContent());
        }
        return texts;
    }

    private static Set<String> ids(Document svg) {
        Set<String> ids = new HashSet<>();
        for (Element element : elements(svg, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
        }
        return ids;
    }

    /** Long paths stroked with a colour. */
    private static List<Element> curves(Document svg, String colour) {
        return strokes(svg, colour).stream()
                .filter(path -> path.getAttribute("d").length() > 400)
                .toList();
    }

    private static List<Element> strokes(Document svg, String colour) {
        int rgb = Colours.rgb(colour);
        String stroke = rgb == 0 ? "black" : "rgb(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ")";
        return elements(svg, "path").stream()
                .filter(path -> stroke.equals(attribute(path, "stroke")))
                .toList();
    }

    /** An attribute of an element or of what it stands in. */
    private static String attribute(Element element, String name) {
        return element.hasAttribute(name) || !(element.getParentNode() instanceof Element parent)
                ? element.getAttribute(name)
                : attribute(parent, name);
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
