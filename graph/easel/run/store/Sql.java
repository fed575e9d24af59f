package easel.run.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, each prepared once. For one thread at a time. */
final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs statements that have no parameters and no answer. */
    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Changes rows and tells how many. */
    int change(String statement, @Nullable Object... values) throws SQLException {
        return with(statement, PreparedStatement::executeUpdate, values);
    }

    <T> List<T> list(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return with(query, ready -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet found = ready.executeQuery()) {
                while (found.next()) {
                    rows.add(row.of(found));
                }
            }
            return rows;
        }, values);
    }

    <T> Optional<T> first(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return with(query, ready -> {
            try (ResultSet found = ready.executeQuery()) {
                return found.next() ? Optional.ofNullable(row.of(found)) : Optional.empty();
            }
        }, values);
    }

    /** The first column of the first row as a number; 0 if there is none. */
    long number(String query, @Nullable Object... values) throws SQLException {
        return first(query, row -> row.getLong(1), values).orElse(0L);
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement ready) throws SQLException;
    }

    private <T> T with(String statement, Use<T> use, @Nullable Object... values) throws SQLException {
        PreparedStatement ready = prepared.get(statement);
        if (ready == null) {
            ready = connection.prepareStatement(statement);
            prepared.put(statement, ready);
        }
        try {
            for (int i = 0; i < values.length; i++) {
                ready.setObject(i + 1, values[i]);
            }
            return use.of(ready);
        } catch (SQLException e) {
            // The driver leaves a statement that met a full disk unusable.
            prepared.remove(statement);
            try {
                ready.close();
            } catch (SQLException closedByItsFailure) {
                e.addSuppressed(closedByItsFailure);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
