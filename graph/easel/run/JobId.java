package easel.run;

/** A job's number, counting up from 1 while the program runs. */
public record JobId(long number) implements Comparable<JobId> {

    @Override
    public int compareTo(JobId other) {
        return Long.compare(number, other.number);
    }
}
