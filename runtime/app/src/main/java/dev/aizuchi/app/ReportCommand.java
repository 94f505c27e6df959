package dev.aizuchi.app;

import dev.aizuchi.app.report.FieldReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Write what a rescue team reported to the robot, from its journal, as a table or as JSON. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Report what was recorded at a disaster, in the order of time, with totals.",
            "Casualties, triage, locations, hazards, supplies and messages are read from the journal; lines of it that",
            "cannot be read are told on standard error and left out.",
            "CSV has Japanese headings and is for people; JSON has the wire's keys and is for programs."
        })
final class ReportCommand implements Callable<Integer> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Parameters(paramLabel = "JOURNAL", description = "journal.jsonl, or the directory that it lies in")
    private Path journal = Path.of("journal");

    @Option(names = "--csv", description = "write CSV (the default)")
    private boolean csv;

    @Option(names = "--json", description = "write JSON")
    private boolean json;

    @Option(names = "--bom", description = "begin the CSV with a byte order mark, by which Excel knows UTF-8")
    private boolean bom;

    @Option(names = "--out", paramLabel = "FILE", description = "write here (default: standard output)")
    private @Nullable Path out;

    @Option(names = "--zone", paramLabel = "ZONE", description = "of the times (default: ${DEFAULT-VALUE})")
    private ZoneId zone = ZoneId.of("Asia/Tokyo");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (json && (csv || bom)) {
            throw new ParameterException(spec.commandLine(), "--json goes without --csv and --bom");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            write(text(FieldReport.read(journal, problem -> err.println("aizuchi: " + problem))));
            return 0;
        } catch (IOException e) {
            err.println("aizuchi: no report of " + journal + ": " + e);
            return 1;
        }
    }

    private String text(FieldReport report) throws IOException {
        StringWriter text = new StringWriter();
        if (json) {
            report.writeJson(text, zone);
            return text.toString();
        }
        if (bom) {
            text.write(BYTE_ORDER_MARK);
        }
        report.writeCsv(text, zone);
        return text.toString();
    }

    private void write(String text) throws IOException {
        if (out != null) {
            Files.writeString(out, text);
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
