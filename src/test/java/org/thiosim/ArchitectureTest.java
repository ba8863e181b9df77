package org.thiosim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house: which package may know which, and what only one of them may touch. */
@AnalyzeClasses(packages = "org.thiosim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.thiosim..";
    private static final Set<String> NONE = Set.of();
    private static final Set<String> SIMULATION_AND_BELOW = Set.of(
            "simulation", "kernel", "model", "genetics", "dosing", "patient", "random", "ode", "expression", "units");
    private static final Set<String> RESULTS =
            Set.of("units", "model", "dosing", "patient", "simulation", "cohort", "qualification");

    /** What each package may know of ours; {@code cli} may know everything. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("units", NONE),
            Map.entry("random", NONE),
            Map.entry("ode", NONE),
            Map.entry("expression", Set.of("units")),
            Map.entry("kernel", Set.of("expression", "ode")),
            Map.entry("model", Set.of("units", "expression")),
            Map.entry("genetics", Set.of("units")),
            Map.entry("dosing", Set.of("units", "genetics", "random")),
            Map.entry("patient", Set.of("units", "genetics", "random")),
            Map.entry("simulation", SIMULATION_AND_BELOW),
            Map.entry("cohort", SIMULATION_AND_BELOW),
            Map.entry("qualification", plus(SIMULATION_AND_BELOW, "cohort")),
            Map.entry("calibration", plus(SIMULATION_AND_BELOW, "cohort", "qualification")),
            Map.entry("io", plus(SIMULATION_AND_BELOW, "cohort", "qualification", "calibration")),
            Map.entry("chart", RESULTS),
            Map.entry("report", plus(RESULTS, "calibration", "chart")),
            Map.entry("page", SIMULATION_AND_BELOW));

    @ArchTest
    void everyPackageHasAPlaceInTheTable(JavaClasses classes) {
        Set<String> found = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> p.startsWith("org.thiosim."))
                .map(p -> p.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found)
                .as("packages below org.thiosim; a new one needs a row in MAY_IMPORT")
                .isSubsetOf(plus(MAY_IMPORT.keySet(), "cli"));
    }

    @ArchTest
    void unitsKnowNothingOfOurs(JavaClasses classes) {
        keepsToItsImports("units", "it is the ground that all else stands on", classes);
    }

    @ArchTest
    void randomNumbersKnowNothingOfOurs(JavaClasses classes) {
        keepsToItsImports("random", "a random number depends on its key and on nothing else", classes);
    }

    @ArchTest
    void solversKnowNoPharmacology(JavaClasses classes) {
        keepsToItsImports("ode", "a solver can be tested on problems with exact solutions only by itself", classes);
    }

    @ArchTest
    void formulasKnowUnitsAlone(JavaClasses classes) {
        keepsToItsImports("expression", "a formula does not know what it is the formula of", classes);
    }

    @ArchTest
    void theKernelKnowsFormulasAndSolversAlone(JavaClasses classes) {
        keepsToItsImports("kernel", "it turns formulas into code that a solver calls", classes);
    }

    @ArchTest
    void aModelKnowsNeitherWhoTakesItNorHowItIsSolved(JavaClasses classes) {
        keepsToItsImports("model", "one model serves every patient, regimen and solver", classes);
    }

    @ArchTest
    void geneticsKnowsUnitsAlone(JavaClasses classes) {
        keepsToItsImports("genetics", "an allele's function does not depend on who carries it", classes);
    }

    @ArchTest
    void dosingKnowsNoModel(JavaClasses classes) {
        keepsToItsImports("dosing", "a prescription can be read without a model", classes);
    }

    @ArchTest
    void aPatientKnowsNoModel(JavaClasses classes) {
        keepsToItsImports("patient", "the same person can be put into several models", classes);
    }

    @ArchTest
    void aSimulationReadsNoFileAndDrawsNothing(JavaClasses classes) {
        keepsToItsImports("simulation", "a run is values in and values out", classes);
    }

    @ArchTest
    void aCohortWritesThroughASinkOfItsOwn(JavaClasses classes) {
        keepsToItsImports("cohort", "it must not know where its results go", classes);
    }

    @ArchTest
    void aQualificationJudgesSimulations(JavaClasses classes) {
        keepsToItsImports("qualification", "it compares what was predicted with what was published", classes);
    }

    @ArchTest
    void aCalibrationStandsOnAQualification(JavaClasses classes) {
        keepsToItsImports("calibration", "it moves parameters until the predictions agree", classes);
    }

    @ArchTest
    void filesKnowNeitherChartsNorCommands(JavaClasses classes) {
        keepsToItsImports("io", "a result is written the same way whoever asked for it", classes);
    }

    @ArchTest
    void chartsKnowResultsAlone(JavaClasses classes) {
        keepsToItsImports("chart", "a chart draws values and reads no file", classes);
    }

    @ArchTest
    void reportsKnowResultsAndChartsAlone(JavaClasses classes) {
        keepsToItsImports("report", "a report is made of values and charts", classes);
    }

    @ArchTest
    void theTeachingPageKnowsNoFiles(JavaClasses classes) {
        keepsToItsImports("page", "it runs in a browser, which has none", classes);
    }

    @ArchTest
    void nothingKnowsTheCommandLine(JavaClasses classes) {
        outside("cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.thiosim.cli..")
                .because("what a command does must be callable without it")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void onlyEntryPointsKnowFiles(JavaClasses classes) {
        noClasses()
                .that(resideInAPackage(OURS).and(not(resideInAnyPackage("org.thiosim.cli..", "org.thiosim.io.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.thiosim.io..")
                .because("files are a border: everything behind it works on values")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void packagesDoNotGoInCircles(JavaClasses classes) {
        slices().matching("org.thiosim.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package must be readable after those it stands on")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void onlySolversUseTheOdeLibrary(JavaClasses classes) {
        belongsTo("ode", "a solver can then be replaced in one place", classes, "org.hipparchus.ode..");
    }

    @ArchTest
    void onlyTheKernelGeneratesCode(JavaClasses classes) {
        belongsTo("kernel", "a browser never reaches generated code", classes, "org.objectweb.asm..");
    }

    @ArchTest
    void onlyFilesUseTheYamlCsvAndDatabaseLibraries(JavaClasses classes) {
        belongsTo(
                "io",
                "a file format is one package's business",
                classes,
                "org.snakeyaml..",
                "de.siegmar.fastcsv..",
                "org.duckdb..",
                "com.fasterxml.jackson..");
    }

    @ArchTest
    void onlyChartsDraw(JavaClasses classes) {
        belongsTo(
                "chart",
                "a drawing library is one package's business",
                classes,
                "org.jfree..",
                "java.awt..",
                "javax.swing..",
                "javax.imageio..",
                "org.apache.batik..");
    }

    @ArchTest
    void onlyThePageKnowsTheBrowser(JavaClasses classes) {
        belongsTo("page", "a browser is one package's business", classes, "org.teavm..");
    }

    @ArchTest
    void whatABrowserRunsReachesNoFormulaTreeAndNoGeneratedCode(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("org.thiosim.page.browser..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.thiosim.kernel..",
                        "org.thiosim.expression..",
                        "org.thiosim.model..",
                        "org.thiosim.units..")
                .because("it is compiled to JavaScript and must stay small")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void onlyTheCommandLineParsesArguments(JavaClasses classes) {
        belongsTo("cli", "a command is one package's business", classes, "picocli..");
    }

    @ArchTest
    void onlyTheCommandLinePrintsAndExits(JavaClasses classes) {
        outside("cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(owner(named(System.class))).and(target(nameMatching("exit"))))
                .orShould()
                .callMethodWhere(target(owner(named(Runtime.class))).and(target(nameMatching("exit|halt"))))
                .orShould()
                .callMethodWhere(target(nameMatching("printStackTrace")))
                .because("what a package finds is a value that its caller may print")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void onlyTheCommandLineReadsTheClock(JavaClasses classes) {
        outside("cli")
                .should()
                .callMethodWhere(
                        target(owner(named(System.class))).and(target(nameMatching("currentTimeMillis|nanoTime"))))
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now"))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, java.util.Date.class, java.util.Calendar.class)
                .because("equal runs give equal bytes, so no result may hold the time of day")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void onlyOurStreamsGiveRandomNumbers(JavaClasses classes) {
        outside("random")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.random..", "org.hipparchus.random..")
                        .or(JavaClass.Predicates.belongToAnyOf(
                                java.util.Random.class,
                                java.util.SplittableRandom.class,
                                java.util.concurrent.ThreadLocalRandom.class,
                                java.security.SecureRandom.class)))
                .orShould()
                .callMethodWhere(target(nameMatching("random|randomUUID|shuffle"))
                        .and(target(owner(resideInAPackage("java..")))))
                .because("a patient is a pure function of the seed and an index")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void chartsReportsAndThePageReadNoFile(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage("org.thiosim.chart..", "org.thiosim.report..", "org.thiosim.page..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.FileInputStream.class, java.io.FileReader.class, java.io.RandomAccessFile.class)
                .orShould()
                .callMethodWhere(target(owner(named(java.nio.file.Files.class)))
                        .and(target(nameMatching("read.*|lines|list|walk.*|newInputStream|newBufferedReader"))))
                .because("they are given values, so that they show what was computed and nothing else")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void noStaticFieldChanges(JavaClasses classes) {
        noFields()
                .that()
                .areStatic()
                .should()
                .notBeFinal()
                .because("two runs in one program must not see each other")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void noConstantHandsOutWhatCanBeChanged(JavaClasses classes) {
        noFields()
                .that()
                .areStatic()
                .and()
                .areFinal()
                .and()
                .arePublic()
                .should()
                .haveRawType(array().or(collection()))
                .because("an array or a collection that all can reach is mutable state")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void keepsToItsImports(String name, String reason, JavaClasses classes) {
        Set<String> allowed = plus(MAY_IMPORT.getOrDefault(name, NONE), name);
        String[] packages =
                allowed.stream().sorted().map(p -> "org.thiosim." + p + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.thiosim." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(packages))))
                .because(reason + "; it may import " + MAY_IMPORT.getOrDefault(name, NONE))
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void belongsTo(String name, String reason, JavaClasses classes, String... library) {
        outside(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because(reason)
                .allowEmptyShould(true)
                .check(classes);
    }

    private static GivenClassesConjunction outside(String name) {
        return noClasses().that(resideInAPackage(OURS).and(not(resideInAPackage("org.thiosim." + name + ".."))));
    }

    private static DescribedPredicate<JavaClass> named(Class<?> type) {
        return JavaClass.Predicates.type(type);
    }

    private static DescribedPredicate<JavaClass> array() {
        return DescribedPredicate.describe("an array", JavaClass::isArray);
    }

    private static DescribedPredicate<JavaClass> collection() {
        return DescribedPredicate.describe(
                "a collection or a map",
                type -> type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    }

    private static Set<String> plus(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toCollection(TreeSet::new));
    }
}
