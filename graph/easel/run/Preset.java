package easel.run;

import easel.graph.Document;

/** A workflow with a form that comes with Easel, or lies among the person's own. Its {@code about()} has title and help. */
public record Preset(String name, Document document) {}
