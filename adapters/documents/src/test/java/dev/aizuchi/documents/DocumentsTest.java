package dev.aizuchi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void markdown_keeps_title_headings_and_date() throws IOException {
        Files.writeString(folder.resolve("a.md"), """
                # 館内案内
                更新日: 2026年4月1日

                ## 面会
                ### 時間
                面会は*10時*からです。

                ## 食事
                - 昼食は12時です。
                """);
        assertThat(Documents.read(folder))
                .containsExactly(
                        new Statement("面会は10時からです。", "館内案内", "面会 ＞ 時間", "2026年4月1日"),
                        new Statement("昼食は12時です。", "館内案内", "食事", "2026年4月1日"));
    }

    @Test
    void tables_become_sentences() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "\uFEFF科,時間,階\n内科,\"9時,15時\",1階\n眼科,,2階\n");
        Files.writeString(folder.resolve("b.csv"), "項目,内容\n休診日,日曜日\n");
        assertThat(Documents.read(folder))
                .extracting(Statement::text)
                .containsExactly("内科の時間は9時,15時です。", "内科の階は1階です。", "眼科の階は2階です。", "休診日は日曜日です。");
    }

    @Test
    void long_paragraphs_are_cut_into_sentences() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "ご案内\n\n" + "入口は東側です。".repeat(15));
        assertThat(Documents.read(folder))
                .hasSize(15)
                .allSatisfy(one -> assertThat(one.source()).isEqualTo("ご案内"));
    }

    @Test
    void a_pdf_is_read() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText("Open from 9 to 17.");
                content.endText();
            }
            document.save(folder.resolve("hours.pdf").toFile());
        }
        assertThat(Documents.read(folder)).extracting(Statement::text).containsExactly("Open from 9 to 17.");
    }

    @Test
    void what_cannot_be_read_is_named_with_the_cure() throws IOException {
        assertThatThrownBy(() -> Documents.read(folder.resolve("none")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> Documents.read(folder)).hasMessageContaining("no document");
        Files.write(folder.resolve("sjis.txt"), "面会時間".getBytes(Charset.forName("Shift_JIS")));
        assertThatThrownBy(() -> Documents.read(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("sjis.txt")
                .hasMessageContaining("UTF-8");
        Files.delete(folder.resolve("sjis.txt"));
        Files.writeString(folder.resolve("broken.pdf"), "no pdf");
        assertThatThrownBy(() -> Documents.read(folder)).hasMessageContaining("broken.pdf");
    }

    @Test
    void what_is_no_document_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "面会は10時からです。");
        Files.write(folder.resolve("logo.png"), new byte[] {1, 2, 3});
        assertThat(Documents.read(folder))
                .isEqualTo(List.of(new Statement(
                        "面会は10時からです。", "a", "", Documents.read(folder).get(0).date())));
    }
}
