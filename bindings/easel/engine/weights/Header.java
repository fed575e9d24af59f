package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What every container's header comes down to. */
record Header(Container container, List<TensorInfo> tensors, Map<String, String> metadata) {

    /** More than any model has (the largest known is near 5,000); the engine compares every name with every other. */
    static final int MOST_TENSORS = 20_000;

    /** Longer than any real name, in bytes. */
    static final int LONGEST_NAME = 4096;

    /** What metadata may take in memory, in characters; what comes after it is left out. Training notes reach 1 MB. */
    static final int MOST_METADATA = 4_000_000;

    Header {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
    }

    /** Holds that every tensor lies inside the file and none over another. */
    static void placed(List<TensorInfo> tensors, Source source) throws EngineException {
        List<TensorInfo> order = new ArrayList<>(tensors);
        order.sort(Comparator.comparingLong(TensorInfo::offset).thenComparingLong(TensorInfo::bytes));
        long end = 0;
        String before = "";
        long needed = 0;
        for (TensorInfo tensor : order) {
            if (tensor.bytes() > 0 && tensor.offset() < end) {
                throw source.damaged("tensors " + quoted(before) + " and " + quoted(tensor.name()) + " lie over each other");
            }
            long its = Source.saturated(tensor.offset(), tensor.bytes());
            if (tensor.bytes() > 0) {
                end = its;
                before = tensor.name();
            }
            needed = Math.max(needed, its);
        }
        if (needed > source.size()) {
            throw new EngineException(new Failure.TruncatedFile(source.file(), source.size(), needed));
        }
    }

    /**
     * How many numbers a shape holds.
     *
     * @throws ArithmeticException if they are more than 2^63 - 1
     */
    static long product(List<Long> shape) {
        long product = 1;
        for (long length : shape) {
            product = Math.multiplyExact(product, length);
        }
        return product;
    }

    /** A name from a file, short and without anything that is no plain text, for a failure's cause. */
    static String quoted(String name) {
        String plain = name.codePoints().limit(80).map(c -> Character.isISOControl(c) || c > 0xFFFF ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "'" + plain + "'";
    }
}
