package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LogBookTest {

    private final LogBook book = new LogBook();

    private List<String> texts(long after) {
        return book.after(after).stream().map(LogBook.Line::text).toList();
    }

    @Test
    void gives_what_was_written_since() {
        book.write(LogBook.Level.INFO, "one\ntwo\r\n");
        long read = book.after(0).getLast().number();
        book.write(LogBook.Level.ERROR, "three");
        assertThat(texts(0)).containsExactly("one", "two", "three");
        assertThat(texts(read)).containsExactly("three");
        assertThat(texts(book.after(0).getLast().number())).isEmpty();
    }

    @Test
    void keeps_the_last_lines_and_cuts_long_ones() {
        for (int i = 0; i < 6000; i++) {
            book.write(LogBook.Level.DEBUG, "line " + i);
        }
        book.write(LogBook.Level.DEBUG, "x".repeat(100_000));
        assertThat(texts(0)).hasSize(5000).startsWith("line 1001");
        assertThat(texts(0).getLast()).hasSize(400).endsWith("…");
    }

    @Test
    void what_was_forgotten_does_not_come_back_and_numbers_go_on() {
        book.write(LogBook.Level.INFO, "one");
        book.clear();
        assertThat(texts(0)).isEmpty();
        book.write(LogBook.Level.INFO, "two");
        assertThat(book.after(1)).extracting(LogBook.Line::text).containsExactly("two");
    }

    @Test
    void tells_who_listens() {
        AtomicInteger told = new AtomicInteger();
        Runnable listener = told::incrementAndGet;
        book.listen(listener);
        book.write(LogBook.Level.INFO, "one");
        book.forget(listener);
        book.write(LogBook.Level.INFO, "two");
        assertThat(told).hasValue(1);
    }
}
