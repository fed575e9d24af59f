package easel.format;

import easel.engine.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many pictures in one, in columns and rows with their labels. Needs fonts, but no display. */
public final class ContactSheet {

    /** About how far the cells reach at most, in pixels, whatever their number. */
    private static final int LONGEST_SIDE = 4096;
    private static final int LARGEST_CELL = 1024;
    private static final int SMALLEST_CELL = 48;
    /** Room for labels under which they are no help. */
    private static final int LABEL_ROOM = 96;
    private static final int SENTENCE_ROOM = 192;

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1E1E1E);
    private static final Color TROUBLE = new Color(0x9B1C1C);
    private static final Color TROUBLE_PAPER = new Color(0xFBEDED);

    private final Heading x;
    private final Heading y;
    private final String title;
    private final Tile[][] tiles;
    private final int cellWidth;
    private final int cellHeight;
    private final Font plain;
    private final Font bold;
    private final int gap;

    /**
     * One of the two directions.
     *
     * @param title  what changes along it, or empty
     * @param labels of its columns or rows, at most 100
     */
    public record Heading(String title, List<String> labels) {

        /** A single row without a name. */
        public static final Heading NONE = new Heading("", List.of(""));

        public Heading {
            labels = List.copyOf(labels);
            if (labels.isEmpty() || labels.size() > 100) {
                throw new IllegalArgumentException(labels.size() + " labels");
            }
        }
    }

    /** What stands in a cell. */
    public sealed interface Content {

        /** A picture, shrunk if there is no room for it. */
        record Shown(Picture picture) implements Content {}

        /** Why there is none; empty where none is missed. */
        record Said(String reason) implements Content {}
    }

    /** Gives what stands in a cell; asked once for each, so that only one large picture is in memory at a time. */
    @FunctionalInterface
    public interface Contents {
        Content at(int column, int row);
    }

    private record Tile(@Nullable BufferedImage image, String reason) {}

    private ContactSheet(String title, Heading x, Heading y, Contents contents) {
        this.title = title;
        this.x = x;
        this.y = y;
        int side = Math.clamp(LONGEST_SIDE / Math.max(x.labels.size(), y.labels.size()), SMALLEST_CELL, LARGEST_CELL);
        this.tiles = new Tile[y.labels.size()][x.labels.size()];
        int width = Math.min(side, LABEL_ROOM);
        int height = width;
        for (int row = 0; row < tiles.length; row++) {
            for (int column = 0; column < tiles[row].length; column++) {
                Tile tile = switch (contents.at(column, row)) {
                    case Content.Shown(Picture picture) -> new Tile(Thumbnail.shrunk(picture, side), "");
                    case Content.Said(String reason) -> new Tile(null, reason);
                };
                tiles[row][column] = tile;
                width = Math.max(width, tile.image == null ? Math.min(side, SENTENCE_ROOM) : tile.image.getWidth());
                height = Math.max(height, tile.image == null ? Math.min(side, SENTENCE_ROOM) : tile.image.getHeight());
            }
        }
        this.cellWidth = width;
        this.cellHeight = height;
        // A sheet is looked at whole: larger cells come with larger letters.
        float size = Math.clamp(Math.max(width, height) / 22f, 12f, 40f);
        this.plain = new Font(Font.SANS_SERIF, Font.PLAIN, 12).deriveFont(size);
        this.bold = new Font(Font.SANS_SERIF, Font.BOLD, 12).deriveFont(size);
        this.gap = Math.round(size / 2);
    }

    /** The sheet, opaque. */
    public static Picture of(String title, Heading x, Heading y, Contents contents) {
        return new ContactSheet(title, x, y, contents).painted();
    }

    private Picture painted() {
        int columns = x.labels.size();
        int rows = y.labels.size();
        int gridWidth = columns * (cellWidth + gap) - gap;
        int gridHeight = rows * (cellHeight + gap) - gap;
        int linesInCell = Math.max(1, (int) (cellHeight / (plain.getSize2D() * 1.4f)));
        List<TextBlock> columnLabels = blocks(x.labels, cellWidth, 3);
        List<TextBlock> rowLabels = blocks(y.labels, Math.max(cellWidth, Math.round(plain.getSize2D() * 10)), linesInCell);
        TextBlock columnTitle = TextBlock.of(x.title, bold, gridWidth, 1);
        TextBlock rowTitle = TextBlock.of(y.title, bold, gridHeight, 1);
        int left = gap + besides(rowTitle.height()) + besides(rowLabels.stream().mapToInt(TextBlock::width).max().orElse(0));
        TextBlock heading = TextBlock.of(title, bold, left + gridWidth - gap, 2);
        int labelTop = gap + besides(heading.height()) + besides(columnTitle.height());
        int top = labelTop + besides(columnLabels.stream().mapToInt(TextBlock::height).max().orElse(0));
        int width = left + gridWidth + gap;
        int height = top + gridHeight + gap;

        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        Picture sheet = Picture.of(width, height, 3, samples);
        Graphics2D g = Pixels.image(sheet).createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(PAPER);
        g.fillRect(0, 0, width, height);
        g.setColor(INK);
        heading.draw(g, gap, gap, left + gridWidth - gap, 0);
        columnTitle.draw(g, left, gap + besides(heading.height()), gridWidth, 0.5f);
        for (int column = 0; column < columns; column++) {
            columnLabels.get(column).draw(g, left + column * (cellWidth + gap), labelTop, cellWidth, 0.5f);
        }
        int labelLeft = gap + besides(rowTitle.height());
        for (int row = 0; row < rows; row++) {
            TextBlock label = rowLabels.get(row);
            label.draw(g, labelLeft, top + row * (cellHeight + gap) + (cellHeight - label.height()) / 2f, left - gap - labelLeft, 1);
        }
        Graphics2D upwards = (Graphics2D) g.create();
        upwards.translate(gap, top + gridHeight);
        upwards.rotate(-Math.PI / 2);
        rowTitle.draw(upwards, 0, 0, gridHeight, 0.5f);
        upwards.dispose();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                paint(g, tiles[row][column], left + column * (cellWidth + gap), top + row * (cellHeight + gap), linesInCell);
            }
        }
        g.dispose();
        return sheet;
    }

    private void paint(Graphics2D g, Tile tile, int left, int top, int lines) {
        if (tile.image != null) {
            g.drawImage(tile.image, left + (cellWidth - tile.image.getWidth()) / 2, top + (cellHeight - tile.image.getHeight()) / 2, null);
            return;
        }
        if (tile.reason.isEmpty()) {
            return;   // the last row is not full
        }
        g.setColor(TROUBLE_PAPER);
        g.fillRect(left, top, cellWidth, cellHeight);
        g.setColor(TROUBLE);
        TextBlock reason = TextBlock.of(tile.reason, plain, Math.max(1, cellWidth - 2 * gap), Math.max(1, lines - 1));
        reason.draw(g, left + gap, top + (cellHeight - reason.height()) / 2f, cellWidth - 2 * gap, 0.5f);
    }

    private List<TextBlock> blocks(List<String> texts, int width, int lines) {
        List<TextBlock> blocks = new ArrayList<>();
        texts.forEach(text -> blocks.add(TextBlock.of(text, plain, width, lines)));
        return blocks;
    }

    /** A part's extent with the gap behind it; nothing needs no gap. */
    private int besides(int extent) {
        return extent == 0 ? 0 : extent + gap;
    }
}
