package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thiosim.model.Model;
import org.thiosim.model.Parameter;
import org.thiosim.units.Unit;

/** The columns of the table of patients. */
public record PatientColumns(List<Column> numbers) {
    /** Ancestry, by which a report can be split. */
    public static final String ANCESTRY = "ancestry";

    /** TPMT diplotype. */
    public static final String TPMT_DIPLOTYPE = "tpmt_diplotype";

    /** TPMT phenotype. */
    public static final String TPMT_PHENOTYPE = "tpmt_phenotype";

    /** NUDT15 diplotype. */
    public static final String NUDT15_DIPLOTYPE = "nudt15_diplotype";

    /** NUDT15 phenotype. */
    public static final String NUDT15_PHENOTYPE = "nudt15_phenotype";

    private static final String SEX = "sex";
    private static final String CO_MEDICATION = "co_medication";

    private static final String EFFECT = "effect_";
    private static final Unit CLEARANCE = Unit.parse("mL/min/1.73 m^2");

    /**
     * A column of numbers.
     *
     * @param symbol the covariate or parameter it comes from
     */
    public record Column(String name, String unit, String title, String symbol) {}

    public PatientColumns {
        numbers = List.copyOf(numbers);
    }

    /** The columns of words, in order. */
    public static List<String> labels() {
        return List.of(
                ANCESTRY, TPMT_DIPLOTYPE, TPMT_PHENOTYPE, NUDT15_DIPLOTYPE, NUDT15_PHENOTYPE, SEX, CO_MEDICATION);
    }

    /** What a column of words says. */
    public static String meaning(String label) {
        return switch (label) {
            case ANCESTRY ->
                "group of the population whose allele frequencies were drawn from; empty where none is stated";
            case TPMT_DIPLOTYPE, NUDT15_DIPLOTYPE ->
                "the two alleles of the gene, phase not known; empty where only a phenotype is stated";
            case TPMT_PHENOTYPE, NUDT15_PHENOTYPE ->
                "metaboliser status by CPIC: normal, intermediate, possible-intermediate, poor or indeterminate";
            case SEX -> "male or female; body measures and creatinine clearance depend on it";
            case CO_MEDICATION -> "drugs of the population taken beside every arm, joined by +; empty for none";
            default -> throw new IllegalArgumentException("no column '" + label + "'");
        };
    }

    /** The columns of a model's patients: measures of the body, activities, and every random effect. */
    public static PatientColumns of(Model model) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("age_y", "y", "age at the start", "age"),
                new Column("height_cm", "cm", "body height; empty where a table gives none", "height"),
                new Column("weight_kg", "kg", "body weight, on which doses per kg depend", "weight"),
                new Column(
                        "bsa_m2",
                        "m^2",
                        "body surface: by DuBois from 18 years, by Haycock below, or as a table states it",
                        "bsa"),
                new Column("ffm_kg", "kg", "fat-free mass; empty where the model's own formula is used", "ffm"),
                new Column("clcr", CLEARANCE.text(), "creatinine clearance per 1.73 m^2", "creatinine-clearance"),
                new Column("tpmt_activity", "1", "TPMT activity in vivo, two normal alleles = 1", "tpmt"),
                new Column("nudt15_activity", "1", "NUDT15 activity, two normal alleles = 1", "nudt15"),
                new Column("adherence", "1", "probability that a dose is taken", "")));
        for (Parameter parameter : model.numbers().parameters().values()) {
            if (parameter.sdLog().isPresent()) {
                columns.add(new Column(
                        EFFECT + parameter.id().replace('-', '_'),
                        "1",
                        "random effect on " + parameter.id() + ", difference of logarithms",
                        parameter.id()));
            }
        }
        return new PatientColumns(columns);
    }

    /** The row of a patient. */
    PatientRow row(VirtualPatient patient, Map<String, Double> effects) {
        Genotype genes = patient.genotype();
        double[] values = new double[numbers.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = value(numbers.get(c), patient, effects);
        }
        return new PatientRow(
                patient.index(),
                patient.weight(),
                List.of(
                        genes.ancestry(),
                        genes.tpmt().diplotype(),
                        genes.tpmt().phenotype().word(),
                        genes.nudt15().diplotype(),
                        genes.nudt15().phenotype().word(),
                        patient.physique().sex().word(),
                        patient.medication().stream().map(CoMedication::drug).collect(Collectors.joining("+"))),
                values);
    }

    private static double value(Column column, VirtualPatient patient, Map<String, Double> effects) {
        if (column.name().startsWith(EFFECT)) {
            return effects.getOrDefault(column.symbol(), 0.0);
        }
        double stated = patient.covariates().getOrDefault(column.symbol(), Double.NaN);
        return switch (column.name()) {
            case "age_y" -> patient.physique().age();
            case "height_cm" -> 100 * patient.physique().height();
            case "clcr" -> CLEARANCE.fromCanonical(stated);
            case "adherence" -> patient.adherence();
            default -> stated;
        };
    }
}
