package easel.prompt;

/**
 * A name with stars: {@code *} is anything without a slash, {@code **} anything. The work is the product of both lengths,
 * whatever somebody writes.
 */
record Glob(String pattern) {

    /** Whether a name fits. */
    boolean fits(String name) {
        // By how much of the name: whether what was read of the pattern fits it.
        boolean[] fits = new boolean[name.length() + 1];
        fits[0] = true;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            boolean deep = c == '*' && pattern.startsWith("**", at);
            boolean[] next = new boolean[fits.length];
            next[0] = c == '*' && fits[0];
            for (int i = 1; i < fits.length; i++) {
                char n = name.charAt(i - 1);
                next[i] = c == '*' ? fits[i] || next[i - 1] && (deep || n != '/') : fits[i - 1] && n == c;
            }
            fits = next;
            at += deep ? 1 : 0;
        }
        return fits[name.length()];
    }
}
