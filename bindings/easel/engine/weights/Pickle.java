package easel.engine.weights;

import easel.engine.EngineException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a pickle without doing what it says: a stack machine that knows strings, numbers, tuples, lists, dicts and
 * PyTorch's tensors, and takes every call of anything else as an unknown value. Opcodes are those of Python's
 * pickletools, protocols 0 to 5. Nothing named in a pickle is ever looked up, loaded or called.
 */
final class Pickle {

    /** Values on the stack, in the memo and in lists together; SD's largest checkpoints stay near 60,000. */
    private static final int MOST_VALUES = 2_000_000;
    /** How large a value may grow when every reference in it is copied, as the engine does: {@code [[..],[..]]} doubles. */
    private static final long LARGEST_COPY = 4_000_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int DEEPEST = 32;

    /** A storage: bytes that tensors are views of. */
    record Storage(String key, String className, long elements) {}

    /** A tensor: a view of a storage; {@code offset} and {@code strides} in elements. */
    record Tensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {}

    private record Global(String name) {}

    private record Tuple(List<Object> items, long copy) {}

    private static final class Items {
        final List<Object> items = new ArrayList<>();
        long copy = 1;
    }

    private static final class Dict {
        final List<Object> keysAndValues = new ArrayList<>();
        long copy = 1;
    }

    private enum Special { MARK, UNKNOWN, NONE }

    private final Source source;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private int values;

    private Pickle(Source source) {
        this.source = source;
    }

    /** Reads the one pickle that begins here, up to its STOP. */
    static Pickled read(Source source) throws EngineException, IOException {
        return new Pickled(new Pickle(source).run());
    }

    /** What a pickle came to. */
    static final class Pickled {
        private final Object value;

        private Pickled(Object value) {
            this.value = value;
        }

        /** Its number, if it is one. */
        BigInteger number() {
            return value instanceof BigInteger n ? n : value instanceof Long n ? BigInteger.valueOf(n) : BigInteger.ZERO;
        }

        /** The texts of a list of texts. */
        List<String> texts() {
            return value instanceof Items list
                    ? list.items.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
        }

        /** The tensors of a dict and of dicts in it, by their own name as the engine has them; the last of a name counts. */
        Map<String, Tensor> tensors() {
            Map<String, Tensor> found = new LinkedHashMap<>();
            collect(value, found, new LinkedHashMap<>(), "", DEEPEST, Collections.newSetFromMap(new IdentityHashMap<>()));
            return found;
        }

        /** The texts and numbers of the outermost dict. */
        Map<String, String> metadata() {
            Map<String, String> found = new LinkedHashMap<>();
            collect(value, new LinkedHashMap<>(), found, "", 1, Collections.newSetFromMap(new IdentityHashMap<>()));
            return found;
        }

        private static void collect(Object value, Map<String, Tensor> tensors, Map<String, String> other, String under,
                int deep, Set<Object> seen) {
            if (!(value instanceof Dict dict) || deep == 0 || !seen.add(dict)) {
                return;
            }
            for (int i = 0; i + 1 < dict.keysAndValues.size(); i += 2) {
                Object key = dict.keysAndValues.get(i);
                Object its = dict.keysAndValues.get(i + 1);
                if (key instanceof String name && its instanceof Tensor tensor) {
                    tensors.put(name, tensor);
                } else if (key instanceof String name && (its instanceof String || its instanceof Long)) {
                    other.put(name, its.toString());
                } else {
                    collect(its, tensors, other, under, deep - 1, seen);
                }
            }
        }
    }

    private Object run() throws EngineException, IOException {
        while (true) {
            int opcode = source.u8();
            switch (opcode) {
                case '.' -> {
                    return pop();
                }
                case 0x80 -> {                                                   // PROTO
                    int protocol = source.u8();
                    if (protocol > 5) {
                        throw source.damaged("pickle protocol " + protocol);
                    }
                }
                case 0x95 -> source.i64();                                       // FRAME
                case '(' -> push(Special.MARK);
                case '0' -> pop();
                case '1' -> aboveMark();
                case '2' -> push(peek());
                case 'N' -> push(Special.NONE);
                case 0x88 -> push(Boolean.TRUE);
                case 0x89 -> push(Boolean.FALSE);
                case 'K' -> push((long) source.u8());
                case 'M' -> push((long) source.u16());
                case 'J' -> push((long) source.i32());
                case 'I', 'L' -> push(whole(line()));
                case 0x8A -> push(littleEndian(source.bytes(source.u8(), 255, "a number")));
                case 0x8B -> push(littleEndian(source.bytes(source.u32(), 255, "a number")));
                case 'F' -> {
                    line();
                    push(Special.UNKNOWN);
                }
                case 'G' -> {
                    source.i64();
                    push(Special.UNKNOWN);
                }
                case 'S' -> push(unquoted(line()));
                case 'V' -> push(line());
                case 'U', 0x8C, 'C' -> push(text(source.u8()));
                case 'T', 'X', 'B' -> push(text(source.u32()));
                case 0x8D, 0x8E, 0x96 -> push(text(source.i64()));
                case 'c' -> push(new Global(line() + "." + line()));
                case 0x93 -> {                                                   // STACK_GLOBAL
                    Object name = pop();
                    Object module = pop();
                    push(module instanceof String m && name instanceof String n ? new Global(m + "." + n) : Special.UNKNOWN);
                }
                case '}' -> push(new Dict());
                case ']', 0x8F -> push(new Items());
                case ')' -> push(new Tuple(List.of(), 1));
                case 0x85 -> push(tuple(popped(1)));
                case 0x86 -> push(tuple(popped(2)));
                case 0x87 -> push(tuple(popped(3)));
                case 't' -> push(tuple(aboveMark()));
                case 'l', 0x91 -> push(items(new Items(), aboveMark()));
                case 'd' -> push(items(new Dict(), aboveMark()));
                case 'a' -> {
                    List<Object> one = popped(1);
                    items(peek(), one);
                }
                case 'e', 0x90 -> {
                    List<Object> more = aboveMark();
                    items(peek(), more);
                }
                case 's' -> {
                    List<Object> pair = popped(2);
                    items(peek(), pair);
                }
                case 'u' -> {
                    List<Object> pairs = aboveMark();
                    items(peek(), pairs);
                }
                case 'q' -> memo.put((long) source.u8(), kept(peek()));
                case 'r' -> memo.put(source.u32(), kept(peek()));
                case 'p' -> memo.put(number(line()), kept(peek()));
                case 0x94 -> memo.put((long) memo.size(), kept(peek()));
                case 'h' -> push(memoised(source.u8()));
                case 'j' -> push(memoised(source.u32()));
                case 'g' -> push(memoised(number(line())));
                case 'Q' -> push(persistent(pop()));
                case 'P' -> {
                    line();
                    push(Special.UNKNOWN);
                }
                case 'R', 0x81 -> {                                              // REDUCE, NEWOBJ
                    Object arguments = pop();
                    push(called(pop(), arguments));
                }
                case 0x92 -> {                                                   // NEWOBJ_EX
                    popped(3);
                    push(Special.UNKNOWN);
                }
                case 'o' -> {
                    aboveMark();
                    push(Special.UNKNOWN);
                }
                case 'i' -> {
                    line();
                    line();
                    aboveMark();
                    push(Special.UNKNOWN);
                }
                case 'b' -> pop();                                               // BUILD
                case 0x82 -> {
                    source.u8();
                    push(Special.UNKNOWN);
                }
                case 0x83 -> {
                    source.u16();
                    push(Special.UNKNOWN);
                }
                case 0x84 -> {
                    source.i32();
                    push(Special.UNKNOWN);
                }
                case 0x97 -> push(Special.UNKNOWN);
                case 0x98 -> { }
                default -> throw source.damaged("a pickle with the unknown opcode " + opcode);
            }
        }
    }

    private void push(Object value) throws EngineException {
        stack.add(kept(value));
    }

    private Object kept(Object value) throws EngineException {
        if (++values > MOST_VALUES || copy(value) > LARGEST_COPY) {
            throw source.damaged("a pickle of more than " + MOST_VALUES + " values");
        }
        return value;
    }

    private Object peek() throws EngineException {
        if (stack.isEmpty()) {
            throw source.damaged("a pickle that takes from an empty stack");
        }
        return stack.getLast();
    }

    private Object pop() throws EngineException {
        Object top = peek();
        stack.removeLast();
        return top;
    }

    private List<Object> popped(int count) throws EngineException {
        List<Object> top = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            top.addFirst(pop());
        }
        return top;
    }

    private List<Object> aboveMark() throws EngineException {
        int mark = stack.lastIndexOf(Special.MARK);
        if (mark < 0) {
            throw source.damaged("a pickle that ends what it did not begin");
        }
        List<Object> above = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return above;
    }

    private Tuple tuple(List<Object> items) {
        return new Tuple(items, 1 + items.stream().mapToLong(Pickle::copy).sum());
    }

    /** Adds to a list or dict; what an unknown object is given is forgotten with it. */
    private Object items(Object to, List<Object> more) throws EngineException {
        long copy = more.stream().mapToLong(Pickle::copy).sum();
        values += more.size();
        if (values > MOST_VALUES || copy > LARGEST_COPY) {
            throw source.damaged("a pickle of more than " + MOST_VALUES + " values");
        }
        switch (to) {
            case Items list -> {
                list.items.addAll(more);
                list.copy += copy;
            }
            case Dict dict -> {
                if (more.size() % 2 != 0) {
                    throw source.damaged("a pickle with a key without its value");
                }
                dict.keysAndValues.addAll(more);
                dict.copy += copy;
            }
            case Special _ -> { }
            default -> throw source.damaged("a pickle that puts things where none fit");
        }
        return to;
    }

    private static long copy(Object value) {
        return switch (value) {
            case Tuple t -> t.copy;
            case Items l -> l.copy;
            case Dict d -> d.copy;
            default -> 1;
        };
    }

    private Object memoised(long index) throws EngineException {
        Object value = memo.get(index);
        if (value == null) {
            throw source.damaged("a pickle that recalls what it did not keep");
        }
        return value;
    }

    /** PyTorch's persistent ids: ("storage", class, key, device, number of elements). */
    private Object persistent(Object id) {
        if (id instanceof Tuple t && t.items.size() >= 5 && "storage".equals(t.items.get(0))
                && t.items.get(1) instanceof Global(String className) && t.items.get(4) instanceof Long elements && elements >= 0) {
            Object key = t.items.get(2);
            if (key instanceof String || key instanceof Long) {
                return new Storage(key.toString(), className, elements);
            }
        }
        return Special.UNKNOWN;
    }

    /** The few calls that make a state dict; all others give an unknown value. */
    private Object called(Object callable, Object arguments) {
        if (!(callable instanceof Global(String name)) || !(arguments instanceof Tuple(List<Object> given, long _))) {
            return Special.UNKNOWN;
        }
        boolean rebuilt = name.equals("torch._utils._rebuild_tensor_v2") || name.equals("torch._utils._rebuild_tensor");
        if (name.equals("collections.OrderedDict") && given.isEmpty()) {
            return new Dict();
        }
        if (rebuilt && given.size() >= 4 && given.get(0) instanceof Storage storage && given.get(1) instanceof Long offset
                && given.get(2) instanceof Tuple(List<Object> shape, long _) && given.get(3) instanceof Tuple(List<Object> strides, long _)
                && shape.stream().allMatch(Long.class::isInstance) && strides.stream().allMatch(Long.class::isInstance)) {
            return new Tensor(storage, offset, shape.stream().map(Long.class::cast).toList(), strides.stream().map(Long.class::cast).toList());
        }
        return Special.UNKNOWN;
    }

    private String text(long length) throws EngineException, IOException {
        if (length > LONGEST_TEXT || length < 0) {   // byte strings of optimizers and the like: nobody's name
            source.skip(length);
            return "";
        }
        // Mends what is no UTF-8: byte strings come through here too.
        return new String(source.bytes(length, LONGEST_TEXT, "a text"), StandardCharsets.UTF_8);
    }

    private String line() throws EngineException, IOException {
        StringBuilder line = new StringBuilder();
        for (int c = source.u8(); c != '\n'; c = source.u8()) {
            line.append((char) c);
            if (line.length() > Header.LONGEST_NAME) {
                throw source.damaged("a pickle with an endless line");
            }
        }
        return line.toString();
    }

    private static String unquoted(String line) {
        boolean quoted = line.length() >= 2 && (line.charAt(0) == '\'' || line.charAt(0) == '"')
                && line.charAt(line.length() - 1) == line.charAt(0);
        return quoted ? line.substring(1, line.length() - 1) : line;
    }

    private Object whole(String digits) throws EngineException {
        return switch (digits) {
            case "00" -> Boolean.FALSE;
            case "01" -> Boolean.TRUE;
            default -> number(digits.endsWith("L") ? digits.substring(0, digits.length() - 1) : digits);
        };
    }

    private long number(String digits) throws EngineException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw source.damaged("a pickle with a number that is none");
        }
    }

    private static Object littleEndian(byte[] bytes) {
        if (bytes.length == 0) {
            return 0L;
        }
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        BigInteger number = new BigInteger(big);
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }
}
