package dev.aizuchi.people;

import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.h2.jdbcx.JdbcDataSource;

/** Write people into a new encrypted H2 file, and read them from one; an open file belongs to one call alone. */
final class Database {
    private static final String ENDING = ".mv.db";
    private static final String USER = "people";
    /** No trace: H2 would write it in the clear. */
    private static final String OPTIONS =
            ";CIPHER=AES;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final String PERSON = """
            CREATE TABLE person(
              id VARCHAR PRIMARY KEY, called VARCHAR NOT NULL, hearing VARCHAR NOT NULL, pace VARCHAR NOT NULL,
              dialect VARCHAR NOT NULL, lang VARCHAR NOT NULL, topics VARCHAR ARRAY NOT NULL,
              consent_given DATE NOT NULL, consent_by VARCHAR NOT NULL, consent_for VARCHAR NOT NULL,
              last_seen TIMESTAMP(9) WITH TIME ZONE NOT NULL)""";
    private static final String SEAL = "CREATE TABLE seal(mac VARBINARY NOT NULL)";

    private final Path file;
    private final byte[] key;

    /** Name a file without H2's ending. */
    Database(Path file, byte[] key) {
        this.file = file;
        this.key = key.clone();
    }

    /** Give the file that H2 makes of a name. */
    static Path fileOf(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** Write a file that is not there yet. */
    void write(List<Person> people) throws SQLException {
        try (Connection connection = connect(";WRITE_DELAY=0")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(PERSON);
                statement.execute(SEAL);
            }
            insert(connection, people);
            try (PreparedStatement seal = connection.prepareStatement("INSERT INTO seal VALUES(?)")) {
                seal.setBytes(1, Seal.of(people, key));
                seal.execute();
            }
            connection.commit();
        }
    }

    /**
     * Read a file without changing it.
     *
     * @throws SQLException also when it does not hold what was written
     */
    List<Person> read() throws SQLException {
        List<Person> people = new ArrayList<>();
        try (Connection connection = connect(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT * FROM person ORDER BY id")) {
                while (row.next()) {
                    people.add(person(row));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT mac FROM seal")) {
                if (!row.next() || !MessageDigest.isEqual(row.getBytes(1), Seal.of(people, key))) {
                    throw new SQLException("what is stored was changed");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new SQLException("what is stored was changed", e);
        }
        return people;
    }

    private Connection connect(String options) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + OPTIONS + options);
        source.setUser(USER);
        String password = HexFormat.of().formatHex(key);
        source.setPassword(password + " " + password);
        return source.getConnection();
    }

    private static void insert(Connection connection, List<Person> people) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO person VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Person person : people) {
                Consent consent = person.consent();
                List<Object> values = List.of(
                        person.id(),
                        person.call(),
                        person.hearing().name(),
                        person.pace().name(),
                        person.dialect(),
                        person.language().toLanguageTag(),
                        person.forbiddenTopics().toArray(),
                        consent.given(),
                        consent.by(),
                        consent.purpose(),
                        person.lastSeen().atOffset(ZoneOffset.UTC));
                for (int i = 0; i < values.size(); i++) {
                    row.setObject(i + 1, values.get(i));
                }
                row.execute();
            }
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        Array topics = row.getArray("topics");
        return new Person(
                row.getString("id"),
                row.getString("called"),
                Hearing.valueOf(row.getString("hearing")),
                Pace.valueOf(row.getString("pace")),
                row.getString("dialect"),
                Locale.forLanguageTag(row.getString("lang")),
                Arrays.stream((Object[]) topics.getArray()).map(String::valueOf).toList(),
                new Consent(
                        row.getObject("consent_given", LocalDate.class),
                        row.getString("consent_by"),
                        row.getString("consent_for")),
                row.getObject("last_seen", OffsetDateTime.class).toInstant());
    }
}
