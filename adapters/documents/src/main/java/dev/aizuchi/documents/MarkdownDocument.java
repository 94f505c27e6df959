package dev.aizuchi.documents;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads Markdown: sentences under their headings, list items, and tables row by row. */
final class MarkdownDocument extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Writing writing;
    private final List<String> headings = new ArrayList<>();

    private MarkdownDocument(Writing writing) {
        this.writing = writing;
    }

    static void read(String text, Writing writing) {
        PARSER.parse(text).accept(new MarkdownDocument(writing));
    }

    @Override
    public void visit(Heading heading) {
        String title = text(heading);
        if (heading.getLevel() == 1) {
            writing.title(title);
            headings.clear();
        } else {
            int depth = heading.getLevel() - 2;
            while (headings.size() > depth) {
                headings.remove(headings.size() - 1);
            }
            headings.add(title);
        }
        writing.section(String.join(" ＞ ", headings));
    }

    @Override
    public void visit(Paragraph paragraph) {
        writing.paragraph(text(paragraph));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            List<String> header = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (part instanceof TableHead) {
                        header = cells((TableRow) row);
                    } else if (part instanceof TableBody) {
                        rows.add(cells((TableRow) row));
                    }
                }
            }
            Rows.sentences(header, rows).forEach(writing::statement);
        }
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(text(cell));
            }
        }
        return cells;
    }

    /** Give a node's text on one line. */
    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Text plain) {
                text.append(plain.getLiteral());
            } else if (part instanceof Code code) {
                text.append(code.getLiteral());
            } else {
                text.append(text(part));
            }
        }
        return text.toString().strip();
    }
}
