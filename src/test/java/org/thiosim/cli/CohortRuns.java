package org.thiosim.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A small cohort scenario and a look into its tables. */
final class CohortRuns {
    static final String TEXT = """
            scenario: small
            title: Two doses
            model: thiopurine
            population:
              of: us-adults
              stratify: {TPMT poor: 20 %, TPMT intermediate: 30 %}
            horizon: 1 d
            arms:
              low: [{drug: azathioprine, dose: 1 mg/kg, every: 1 d}]
              high: [{drug: azathioprine, dose: 2 mg/kg, every: 1 d}]
            outputs: {observables: [6-TGN, 6-MMPR], every: 12 h}
            targets:
              tgn: {observable: 6-TGN, above: 20 pmol/8e8 RBC}
            """;

    private CohortRuns() {}

    /** The rows of a query, each value followed by a bar. */
    static List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int c = 1; c <= columns; c++) {
                    row.append(result.getObject(c)).append('|');
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
