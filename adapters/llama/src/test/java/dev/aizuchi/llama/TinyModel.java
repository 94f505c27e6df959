package dev.aizuchi.llama;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Write a language model of half a megabyte in GGUF: two layers of 64, random weights, a vocabulary of hiragana with
 * single bytes to fall back on. What it writes means nothing, but all of llama.cpp runs for it.
 */
final class TinyModel {
    private static final int LAYERS = 2;
    private static final int WIDTH = 64;
    private static final int INNER = 128;
    private static final int HEADS = 4;
    private static final int CONTEXT = 4_096;
    private static final int ALIGNMENT = 32;

    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private record Token(String text, int type, float score) {}

    private record Tensor(String name, int columns, int rows, double spread) {
        int values() {
            return columns * Math.max(1, rows);
        }
    }

    private final ByteBuffer out = ByteBuffer.allocate(2 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private int keys;

    private TinyModel() {}

    /** Write the model; with a chat template or without. */
    static Path write(Path file, boolean template) throws IOException {
        TinyModel model = new TinyModel();
        model.write(template);
        model.out.flip();
        byte[] bytes = new byte[model.out.remaining()];
        model.out.get(bytes);
        return Files.write(file, bytes);
    }

    private void write(boolean template) {
        List<Token> tokens = tokens();
        List<Tensor> tensors = tensors(tokens.size());
        out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(tensors.size());
        int count = out.position();
        out.putLong(0);
        settings(tokens, template);
        out.putLong(count, keys);
        long offset = 0;
        for (Tensor tensor : tensors) {
            string(tensor.name);
            out.putInt(tensor.rows == 0 ? 1 : 2).putLong(tensor.columns);
            if (tensor.rows > 0) {
                out.putLong(tensor.rows);
            }
            out.putInt(0).putLong(offset);
            offset += (tensor.values() * (long) Float.BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        align();
        Random random = new Random(7);
        for (Tensor tensor : tensors) {
            for (int i = 0; i < tensor.values(); i++) {
                out.putFloat(tensor.rows == 0 ? 1 : (float) (random.nextGaussian() * tensor.spread));
            }
            align();
        }
    }

    private void settings(List<Token> tokens, boolean template) {
        key("general.architecture", STRING);
        string("llama");
        number("llama.context_length", CONTEXT);
        number("llama.embedding_length", WIDTH);
        number("llama.block_count", LAYERS);
        number("llama.feed_forward_length", INNER);
        number("llama.attention.head_count", HEADS);
        number("llama.attention.head_count_kv", HEADS);
        number("llama.rope.dimension_count", WIDTH / HEADS);
        number("llama.vocab_size", tokens.size());
        key("llama.attention.layer_norm_rms_epsilon", F32);
        out.putFloat(1e-5f);
        key("tokenizer.ggml.model", STRING);
        string("llama");
        array("tokenizer.ggml.tokens", STRING, tokens.size());
        tokens.forEach(token -> string(token.text));
        array("tokenizer.ggml.scores", F32, tokens.size());
        tokens.forEach(token -> out.putFloat(token.score));
        array("tokenizer.ggml.token_type", I32, tokens.size());
        tokens.forEach(token -> out.putInt(token.type));
        number("tokenizer.ggml.unknown_token_id", 0);
        number("tokenizer.ggml.bos_token_id", 1);
        // Its end is a token that never comes out, so that it writes for as long as it may.
        number("tokenizer.ggml.eos_token_id", 2);
        if (template) {
            key("tokenizer.chat_template", STRING);
            string(
                    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
                            + "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}");
        }
    }

    private static List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        tokens.add(new Token("<unk>", 2, 0));
        tokens.add(new Token("<s>", 3, 0));
        tokens.add(new Token("</s>", 3, 0));
        for (int i = 0; i < 256; i++) {
            tokens.add(new Token(String.format(Locale.ROOT, "<0x%02X>", i), 6, 0));
        }
        for (char c = 'ぁ'; c <= 'ん'; c++) {
            tokens.add(new Token(String.valueOf(c), 1, -tokens.size()));
        }
        tokens.add(new Token("。", 1, -tokens.size()));
        tokens.add(new Token("\u2581", 1, -tokens.size()));
        return tokens;
    }

    private static List<Tensor> tensors(int vocabulary) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(new Tensor("token_embd.weight", WIDTH, vocabulary, 0.2));
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            tensors.add(new Tensor(block + "attn_norm.weight", WIDTH, 0, 0));
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                tensors.add(new Tensor(block + part + ".weight", WIDTH, WIDTH, 0.2));
            }
            tensors.add(new Tensor(block + "ffn_norm.weight", WIDTH, 0, 0));
            tensors.add(new Tensor(block + "ffn_gate.weight", WIDTH, INNER, 0.2));
            tensors.add(new Tensor(block + "ffn_up.weight", WIDTH, INNER, 0.2));
            tensors.add(new Tensor(block + "ffn_down.weight", INNER, WIDTH, 0.2));
        }
        tensors.add(new Tensor("output_norm.weight", WIDTH, 0, 0));
        tensors.add(new Tensor("output.weight", WIDTH, vocabulary, 1));
        return tensors;
    }

    private void align() {
        while (out.position() % ALIGNMENT != 0) {
            out.put((byte) 0);
        }
    }

    private void number(String name, int value) {
        key(name, U32);
        out.putInt(value);
    }

    private void array(String name, int type, int length) {
        key(name, ARRAY);
        out.putInt(type).putLong(length);
    }

    private void key(String name, int type) {
        keys++;
        string(name);
        out.putInt(type);
    }

    private void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putLong(bytes.length).put(bytes);
    }
}
