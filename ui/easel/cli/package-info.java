/**
 * The command line: {@code easel} and its commands. Goes through the same doors as the window, {@link easel.run.Studio}
 * above all; nobody may know it.
 */
@org.jspecify.annotations.NullMarked
package easel.cli;
