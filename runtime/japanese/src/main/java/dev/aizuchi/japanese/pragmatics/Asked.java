package dev.aizuchi.japanese.pragmatics;

/** Name what kind of question is being answered; 「いいです」 declines an offer and grants a permission. */
public enum Asked {
    /** お茶をお持ちしましょうか, お茶はいかがですか, お茶は要りますか. */
    OFFER,
    /** ご一緒に散歩に行きませんか. */
    INVITATION,
    /** 入ってもよろしいですか. */
    PERMISSION,
    /** 座っていただけますか. */
    REQUEST,
    /** 3時でよろしいですか, 田中様ですね. */
    CONFIRMATION,
    /** ご気分は大丈夫ですか, 寒くないですか: is all well? */
    WELLBEING,
    /** もうお食事はお済みですか: a fact. */
    FACT,
    /** Something that yes and no do not answer: 何をお飲みになりますか. */
    OPEN
}
