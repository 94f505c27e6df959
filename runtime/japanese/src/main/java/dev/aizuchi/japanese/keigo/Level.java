package dev.aizuchi.japanese.keigo;

import java.util.Locale;

/** Tell how polite a text is as a whole, by most of its sentences. */
public enum Level {
    /** 常体: 行く, 雨だ, 待って. */
    PLAIN,
    /** です・ます without further respect: 行きます. */
    POLITE,
    /** です・ます with 尊敬語, 謙譲語 or ございます: いらっしゃいます, お持ちします. */
    RESPECTFUL;

    /** Give the level as it stands in JSON: {@code respectful}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
