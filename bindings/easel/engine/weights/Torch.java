package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads PyTorch's two kinds of file: since 1.6 a ZIP archive with {@code data.pkl} and one entry a storage, before it
 * five pickles one after another and then the storages, ordered by key, eight bytes of length before each.
 * The pinned engine takes both (its torch_zip_io.cpp, torch_legacy_io.cpp), and the older one whole into memory.
 */
final class Torch {

    /** The first pickle of the older kind is this number. */
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final byte[] MAGIC_PICKLE = {(byte) 0x80, 2, (byte) 0x8A, 10,
        0x6C, (byte) 0xFC, (byte) 0x9C, 0x46, (byte) 0xF9, 0x20, 0x6A, (byte) 0xA8, 0x50, 0x19, '.'};
    private static final int LEGACY_VERSION = 1001;
    private static final int STORAGE_LENGTH_BYTES = 8;
    /** The engine's own limit. */
    private static final int MOST_AXES = 5;

    private Torch() {}

    /** Whether the file begins as the older kind does, as far as there is something of it. */
    static boolean beginsLegacy(byte[] head) {
        int there = Math.min(head.length, MAGIC_PICKLE.length);
        return there > 4 && Arrays.equals(head, 0, there, MAGIC_PICKLE, 0, there);
    }

    static Header readLegacy(Source source) throws EngineException, IOException {
        source.seek(0);
        source.beginHeader();
        BigInteger magic = Pickle.read(source).number();
        if (!magic.equals(MAGIC) || Pickle.read(source).number().intValue() != LEGACY_VERSION) {
            throw source.damaged("it begins like PyTorch's older files and does not go on so");
        }
        Pickle.read(source);   // what machine wrote it
        Pickle.Pickled content = Pickle.read(source);
        List<String> keys = Pickle.read(source).texts();
        Map<String, Pickle.Tensor> found = content.tensors();
        Map<String, Long> storages = new TreeMap<>();
        keys.forEach(k -> storages.put(k, 0L));
        for (var entry : found.entrySet()) {
            Pickle.Storage storage = entry.getValue().storage();
            storages.put(storage.key(), size(storage, type(entry.getKey(), storage, source), source));
        }
        long at = source.position();
        Map<String, Place> places = new TreeMap<>();
        for (var storage : storages.entrySet()) {
            long begin = Source.saturated(at, STORAGE_LENGTH_BYTES);
            places.put(storage.getKey(), new Place(begin, storage.getValue()));
            at = Source.saturated(begin, storage.getValue());
        }
        if (at > source.size()) {
            throw new EngineException(new Failure.TruncatedFile(source.file(), source.size(), at));
        }
        return new Header(Container.TORCH_LEGACY, tensors(found, places, source), content.metadata());
    }

    static Header readZip(Source source) throws EngineException, IOException {
        Zip zip = Zip.read(source);
        Zip.Entry pickle = zip.entries().stream().filter(e -> e.name().endsWith("data.pkl")).findFirst()
                .orElseThrow(() -> new EngineException(new Failure.NotAModel(source.file(), LooksLike.ZIP.name())));
        String folder = pickle.name().substring(0, pickle.name().length() - "data.pkl".length());
        Pickle.Pickled content = Pickle.read(zip.content(pickle));
        Map<String, Place> places = new TreeMap<>();
        for (Zip.Entry entry : zip.entries()) {
            if (entry.name().startsWith(folder + "data/")) {
                places.put(entry.name().substring(folder.length() + "data/".length()),
                        new Place(entry.stored() ? zip.begin(entry) : -1, entry.size()));
            }
        }
        return new Header(Container.TORCH_ZIP, tensors(content.tensors(), places, source), content.metadata());
    }

    /** Where a storage lies; begin is -1 where it is compressed. */
    private record Place(long begin, long bytes) {}

    private static List<TensorInfo> tensors(Map<String, Pickle.Tensor> found, Map<String, Place> places, Source source)
            throws EngineException {
        if (found.isEmpty()) {
            throw new EngineException(new Failure.NotAModel(source.file(), LooksLike.PICKLE.name()));
        }
        if (found.size() > Header.MOST_TENSORS) {
            throw source.damaged("more than " + Header.MOST_TENSORS + " tensors");
        }
        List<TensorInfo> tensors = new ArrayList<>(found.size());
        for (var entry : found.entrySet()) {
            String called = "tensor " + Header.quoted(entry.getKey());
            Pickle.Tensor tensor = entry.getValue();
            WeightType type = type(entry.getKey(), tensor.storage(), source);
            Place place = places.get(tensor.storage().key());
            if (entry.getKey().length() > Header.LONGEST_NAME || tensor.shape().size() > MOST_AXES) {
                throw source.damaged(called + " has too long a name or too many axes");
            }
            if (place == null || size(tensor.storage(), type, source) > place.bytes) {
                throw source.damaged(called + " has no storage of its size");
            }
            long bytes;
            long end;
            try {
                bytes = type.bytesFor(Header.product(tensor.shape()));
                end = Math.addExact(Math.multiplyExact(tensor.offset(), type.bytes()), bytes);
            } catch (ArithmeticException e) {
                throw source.damaged(called + " is larger than any file");
            }
            if (tensor.offset() < 0 || end > place.bytes || tensor.shape().stream().anyMatch(n -> n < 0)) {
                throw source.damaged(called + " lies outside its storage");
            }
            if (bytes > 0 && !rowByRow(tensor)) {
                throw source.damaged(called + " is a transposed view, which the engine does not read");
            }
            tensors.add(new TensorInfo(entry.getKey(), type.name(), tensor.shape(),
                    place.begin < 0 ? -1 : place.begin + tensor.offset() * type.bytes(), bytes));
        }
        return tensors;
    }

    private static boolean rowByRow(Pickle.Tensor tensor) {
        long stride = 1;
        for (int i = tensor.shape().size() - 1; i >= 0; i--) {
            if (tensor.strides().size() != tensor.shape().size() || tensor.strides().get(i) != stride) {
                return false;
            }
            stride *= tensor.shape().get(i);
        }
        return true;
    }

    private static WeightType type(String tensor, Pickle.Storage storage, Source source) throws EngineException {
        WeightType type = WeightType.torch(storage.className());
        if (type == null) {
            throw source.damaged("tensor " + Header.quoted(tensor) + " is stored as " + Header.quoted(storage.className()));
        }
        return type;
    }

    private static long size(Pickle.Storage storage, WeightType type, Source source) throws EngineException {
        try {
            return type.bytesFor(storage.elements());
        } catch (ArithmeticException e) {
            throw source.damaged("a storage larger than any file");
        }
    }
}
