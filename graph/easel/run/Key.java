package easel.run;

/** What a node's result depends on, as 64 hex digits: equal keys mean equal results. */
public record Key(String hex) {

    @Override
    public String toString() {
        return hex.substring(0, Math.min(12, hex.length()));
    }
}
