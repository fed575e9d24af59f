package easel.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Gathers what a result depends on. Every part is written with its length, so that no two lists of parts look alike. */
final class KeyMaker {

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream(512);

    KeyMaker add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            parts.write(bytes.length >> shift);
        }
        parts.writeBytes(bytes);
        return this;
    }

    Key key() {
        return new Key(HexFormat.of().formatHex(Sha256.fresh().digest(parts.toByteArray())));
    }
}
