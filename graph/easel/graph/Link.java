package easel.graph;

/** A value's way from an output to an input. An input has one link at most, an output any number. */
public record Link(OutputRef from, InputRef to) {}
