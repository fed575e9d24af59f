package easel.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs journeys in a process of their own, one after the other: arguments are {@code Class#method}. Ends with 0 if all arrive. */
final class Journeys {

    private Journeys() {}

    public static void main(String[] names) throws Exception {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                TimeUnit.MINUTES.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
            System.out.println("no end in five minutes");
            Runtime.getRuntime().halt(2);
        });
        EdtFlight.begin();
        for (String name : names) {
            run(name);
            System.out.println("arrived " + name);
        }
        List<String> waited = EdtFlight.end();
        System.out.println(waited.isEmpty() ? "nothing waited" : "done on the event thread: " + waited);
        System.exit(0);
    }

    private static void run(String name) throws Exception {
        int hash = name.indexOf('#');
        var made = Class.forName("easel.ui." + name.substring(0, hash)).getDeclaredConstructor();
        made.setAccessible(true);
        WindowJourney journey = (WindowJourney) made.newInstance();
        journey.home = Files.createTempDirectory("easel-journey");
        Method way = journey.getClass().getDeclaredMethod(name.substring(hash + 1));
        way.setAccessible(true);
        try {
            way.invoke(journey);
            journey.close();
        } catch (InvocationTargetException | AssertionError e) {
            System.out.println("stranded " + name);
            e.printStackTrace(System.out);
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }
}
