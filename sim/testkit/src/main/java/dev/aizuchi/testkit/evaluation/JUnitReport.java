package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.testkit.scenario.Played;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Write a report as build servers read it: the XML of JUnit's Ant task, a suite for each folder. */
public final class JUnitReport {
    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Write it whole.
     *
     * @throws EvaluationException when it cannot be written
     */
    public static void write(SuiteReport report, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new JUnitReport(xml).suites(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new EvaluationException("the JUnit report cannot be written: " + e.getMessage(), e);
        }
    }

    private void suites(SuiteReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        Map<String, List<Played>> byFolder = report.played().stream()
                .collect(Collectors.groupingBy(JUnitReport::folder, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Played>> folder : byFolder.entrySet()) {
            suite(folder.getKey(), folder.getValue());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String folder, List<Played> runs) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", folder);
        attribute("tests", String.valueOf(runs.size()));
        attribute("failures", count(runs, one -> one.verdict().isWrong()));
        attribute("errors", "0");
        attribute("skipped", count(runs, one -> one.verdict() == Played.Verdict.FAILED_AS_EXPECTED));
        attribute("time", seconds(runs.stream().map(Played::took).reduce(Duration.ZERO, Duration::plus)));
        for (Played one : runs) {
            testcase(folder, one);
        }
        xml.writeEndElement();
    }

    private void testcase(String folder, Played one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", folder);
        attribute("name", one.scenario().name() + " [seed " + one.seed() + "]");
        attribute("file", one.scenario().source());
        attribute("time", seconds(one.took()));
        if (one.complaint().isPresent()) {
            String complaint = one.complaint().get();
            xml.writeStartElement("failure");
            attribute("message", complaint.lines().findFirst().orElse(""));
            xml.writeCharacters(clean(complaint));
            xml.writeEndElement();
        } else if (one.verdict() == Played.Verdict.FAILED_AS_EXPECTED) {
            xml.writeEmptyElement("skipped");
            attribute(
                    "message",
                    "expected to fail: " + one.scenario().expectedToFail().orElseThrow());
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String folder(Played one) {
        int slash = one.scenario().source().lastIndexOf('/');
        return slash < 0 ? "scenarios" : one.scenario().source().substring(0, slash);
    }

    private static String count(List<Played> runs, Predicate<Played> which) {
        return String.valueOf(runs.stream().filter(which).count());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML 1.0 has no place for most control characters, escaped or not. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> isWritable(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWritable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !surrogate);
    }
}
