package org.thiosim.kernel;

import java.lang.invoke.MethodHandles;
import org.thiosim.expression.Kernel;
import org.thiosim.expression.Tape;

/** A tape as generated code; its results equal those of the tape bit for bit. */
public final class GeneratedKernel implements Kernel {
    private final Tape tape;
    private final StraightLine code;

    private GeneratedKernel(Tape tape, StraightLine code) {
        this.tape = tape;
        this.code = code;
    }

    /** Makes the code of a tape, once for every patient, arm and thread. */
    public static GeneratedKernel of(Tape tape) {
        byte[] bytes = new StraightLineWriter(tape).write();
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return new GeneratedKernel(tape, (StraightLine)
                    hidden.lookupClass().getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated kernel cannot be loaded", e);
        }
    }

    @Override
    public Program bind(double[] fixed) {
        double[] registers = tape.registers(fixed);
        return (varying, results) -> code.run(registers, varying, results);
    }
}
