package easel.engine;

import java.util.Arrays;
import java.util.Optional;

/** The engine's samplers, in its own order. */
public enum Sampler {
    EULER("euler"), EULER_A("euler_a"), HEUN("heun"), DPM2("dpm2"), DPMPP_2S_A("dpm++2s_a"), DPMPP_2M("dpm++2m"),
    DPMPP_2M_V2("dpm++2mv2"), IPNDM("ipndm"), IPNDM_V("ipndm_v"), LCM("lcm"), DDIM_TRAILING("ddim_trailing"),
    TCD("tcd"), RES_MULTISTEP("res_multistep"), RES_2S("res_2s"), ER_SDE("er_sde"),
    EULER_CFG_PP("euler_cfg_pp"), EULER_A_CFG_PP("euler_a_cfg_pp"), EULER_GE("euler_ge");

    private final String id;

    Sampler(String id) {
        this.id = id;
    }

    /** The engine's name of it. */
    public String id() {
        return id;
    }

    /** The sampler the engine calls {@code id}, whatever the case of the letters. */
    public static Optional<Sampler> named(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equalsIgnoreCase(id)).findFirst();
    }
}
