package dev.aizuchi.japanese.mask;

import java.util.Locale;

/** Name a kind of personal data, with the word that stands in its placeholder. */
public enum PersonalDataKind {
    NAME("氏名"),
    PHONE("電話番号"),
    POSTAL_CODE("郵便番号"),
    ADDRESS("住所"),
    BIRTHDAY("生年月日"),
    EMAIL("メール"),
    /** 健康保険 and 介護保険: numbers of insurers and insured. */
    INSURANCE_NUMBER("保険番号"),
    MY_NUMBER("マイナンバー"),
    /** Numbers by which a house knows a person: patient, resident, member, staff. */
    FACILITY_ID("施設ID"),
    /** Bank accounts, payment cards, passports, driving licences. */
    OTHER_NUMBER("番号");

    private final String label;

    PersonalDataKind(String label) {
        this.label = label;
    }

    /** Give the word in the placeholder: 氏名 of 〔氏名1〕. */
    public String label() {
        return label;
    }

    /** Give the kind as it stands in JSON: {@code postal_code}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
