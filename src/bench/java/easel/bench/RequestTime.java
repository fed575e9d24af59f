package easel.bench;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.ffm.NativeRequest;
import easel.graph.NodeId;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.platform.Folders;
import easel.prompt.Lexicon;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** From a chain of nodes that describe a picture to the structs that the library is called with. */
final class RequestTime implements Figure {

    private static final Path NOWHERE = Path.of("nowhere");
    private static final int NODES = 30;
    private static final int TIMES = 300;

    private final Map<String, Object> given = new HashMap<>();
    private final Lexicon lexicon = new Lexicon(new Folders(NOWHERE, NOWHERE, NOWHERE, NOWHERE));
    private ContextKey context;
    private ImageRequest request;

    /** Ends the run of the node that would have the picture painted. */
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Asked() {
            super("asked", null, false, false);
        }
    }

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String what() {
        return "a chain of " + NODES + " nodes becomes one request in the library's own structs";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        NativeRequest.open(house.library());
        List<Double> taken = new ArrayList<>();
        int times = house.times(TIMES);
        // Twenty times as many: after two hundred the code is still being compiled (p95 2.5 ms, median 0.16).
        for (int i = 0; i < 20 * times; i++) {
            long began = System.nanoTime();
            chain();
            NativeRequest.build(context, request);
            if (i >= 19 * times) {
                taken.add((System.nanoTime() - began) / 1e6);
            }
        }
        return List.of(Reading.p95(name(), Sample.of(taken), "ms", Goal.atMost(1)));
    }

    private void chain() throws Exception {
        given.clear();
        run("load-checkpoint", Map.of(), Map.of("checkpoint", Value.of("/models/one.safetensors")));
        String[] patches = {"guidance", "sampling-steps", "vae-tiles", "load-lora"};
        for (int i = 0; i < NODES - 4; i++) {
            run(patches[i % patches.length], Map.of("model", i == 0 ? "model" : "patched_model"),
                    i % patches.length == 3 ? Map.of("lora", Value.of("/loras/" + i + ".safetensors")) : Map.of());
        }
        run("prompt", Map.of(), Map.of("text", Value.of("a boat")));
        given.put("negative", given.get("prompt"));
        run("prompt", Map.of(), Map.of("text", Value.of("fog")));
        try {
            run("sampler", Map.of("model", "patched_model", "positive", "prompt", "negative", "negative"), Map.of("seed", Value.Seed.fixed(7)));
        } catch (Asked asked) {
            return;
        }
        throw new IllegalStateException("nothing was asked");
    }

    /** Runs one node on what the ones before gave. */
    private void run(String type, Map<String, String> inputs, Map<String, Value> values) throws Exception {
        Node node = Catalogue.node(type).orElseThrow();
        Schema schema = Catalogue.schema(type).orElseThrow();
        Run run = (Run) Proxy.newProxyInstance(Run.class.getClassLoader(), new Class<?>[] {Run.class}, (_, method, arguments) -> switch (method.getName()) {
            case "get" -> arguments[0] instanceof In<?> in ? in.read(Optional.ofNullable(inputs.get(in.name())).map(given::get))
                    : ((Param<?>) arguments[0]).read(values.getOrDefault(((Param<?>) arguments[0]).name(),
                            schema.parameter(((Param<?>) arguments[0]).name()).orElseThrow().standard()));
            case "give" -> given.put(((Out<?>) arguments[0]).name(), arguments[1]);
            case "file" -> Path.of(((Value.Text) values.get(((Param<?>) arguments[0]).name())).text());
            case "node" -> new NodeId(type);
            case "execution" -> Execution.cpu(2);
            case "readers" -> 1;
            case "lexicon" -> lexicon;
            case "paint" -> {
                context = (ContextKey) arguments[1];
                request = (ImageRequest) arguments[2];
                throw new Asked();
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
        node.run(run);
    }
}
