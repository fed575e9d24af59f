package easel.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumTest {

    @ParameterizedTest
    @CsvSource({"20,20", "512*1.5,768", "(20+4)/2,12", "-3 + 5,2", "7 - -2,9", "1/3*3,0.999999999999", ".5,0.5", "512 × 2,1024"})
    void comes_to_what_one_computes(String typed, BigDecimal result) {
        assertThat(Sum.of(typed).orElseThrow()).isEqualByComparingTo(result);
    }

    @Test
    void a_comma_is_a_point() {
        assertThat(Sum.of("7,5").orElseThrow()).isEqualByComparingTo("7.5");
    }

    @Test
    void nothing_comes_of_what_is_no_sum() {
        for (String typed : List.of("", "abc", "1+", "(1", "1)", "1/0", "1..2", "2**3", "9".repeat(80), "9999999999999999999999*9999999999999999999999")) {
            assertThat(Sum.of(typed)).as(typed).isEmpty();
        }
    }
}
