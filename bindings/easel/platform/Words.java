package easel.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The sentences of one room in one language: a stable code plus arguments becomes a sentence for people.
 * The words lie in {@code messages_en.properties} and {@code messages_zh.properties} beside the room's classes;
 * {@code {0}} to {@code {9}} stand for the arguments, everything else is taken as it is. An argument that is
 * {@link Spoken} says itself.
 */
public final class Words {

    private static final Map<Room, Words> LOADED = new ConcurrentHashMap<>();

    /** Plug-ins may have packages of one name. */
    private record Room(ClassLoader loader, String resource) {}

    /** After a code: its sentence where the first argument is the number one. */
    public static final String ONE = ".one";

    private final Map<String, String> sentences;
    private final Language language;

    private Words(Map<String, String> sentences, Language language) {
        this.sentences = sentences;
        this.language = language;
    }

    /** The words of the package that {@code inRoom} belongs to; a plug-in's are English where it has no others, or none. */
    public static Words of(Class<?> inRoom, Language language) {
        String resource = "/" + inRoom.getPackageName().replace('.', '/') + "/messages_" + language.tag() + ".properties";
        return LOADED.computeIfAbsent(new Room(inRoom.getClassLoader(), resource), room -> load(inRoom, room.resource, language));
    }

    private static Words load(Class<?> inRoom, String resource, Language language) {
        Properties properties = new Properties();
        try (InputStream in = inRoom.getResourceAsStream(resource)) {
            if (in == null && inRoom.getClassLoader() != Words.class.getClassLoader()) {
                return language == Language.ENGLISH ? new Words(Map.of(), language) : of(inRoom, Language.ENGLISH);
            }
            if (in == null) {
                throw new IllegalStateException("no words at " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(k -> k, properties::getProperty)), language);
    }

    /** The sentence for {@code code}; every code used must have words, so a missing one is an error of ours. */
    public String say(String code, List<?> arguments) {
        String sentence = sentences.get(isOne(arguments) && has(code + ONE) ? code + ONE : code);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + code);
        }
        StringBuilder out = new StringBuilder(sentence.length() + 32);
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == '{' && i + 2 < sentence.length() && sentence.charAt(i + 2) == '}' && Character.isDigit(sentence.charAt(i + 1))) {
                int index = sentence.charAt(i + 1) - '0';
                out.append(index < arguments.size() ? said(arguments.get(index)) : "");
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isOne(List<?> arguments) {
        return !arguments.isEmpty() && arguments.getFirst() instanceof Number number && number.doubleValue() == 1;
    }

    private Object said(Object argument) {
        return argument instanceof Spoken spoken ? spoken.sentence(language) : argument;
    }

    /** The sentence for {@code code}. */
    public String say(String code, Object... arguments) {
        return say(code, List.of(arguments));
    }

    /** Whether there are words for {@code code}. */
    public boolean has(String code) {
        return sentences.containsKey(code);
    }

    /** Every code that has words. */
    public Set<String> codes() {
        return sentences.keySet();
    }
}
