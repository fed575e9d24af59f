package easel.bench;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;

/** The display as another program sees it: looked at from outside, keys pressed from outside. */
final class Display {

    private final Robot robot;

    Display() throws AWTException {
        robot = new Robot();
    }

    static Rectangle whole() {
        return new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    /** What is to be seen there now, a pixel a number, rows from the top. */
    int[] look(Rectangle at) {
        BufferedImage seen = robot.createScreenCapture(at);
        return seen.getRGB(0, 0, at.width, at.height, null, 0, at.width);
    }

    /** Presses keys together, the last one last. */
    void press(int... codes) {
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
    }
}
