import java.util.*;
import java.util.regex.*;

/** JSON, strictly (RFC 8259): the JDK reads none. A library that you have, such as Jackson, does as well. */
final class Json {
    private static final int DEEPEST = 32;
    private static final Pattern TOKEN = Pattern.compile(
        "[ \\t\\r\\n]*+(?:([{}\\[\\]:,])|\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\"|(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(true|false|null))[ \\t\\r\\n]*+");

    private final Matcher next;
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
        next = TOKEN.matcher(text);
    }

    /** Maps, lists, texts, doubles, booleans and null. Throws an IllegalArgumentException for what is no JSON. */
    static Object parse(String text) {
        Json json = new Json(text);
        json.take();
        Object value = json.value(0);
        if (json.at != text.length()) throw wrong();
        return value;
    }

    private static IllegalArgumentException wrong() { return new IllegalArgumentException("That is no JSON."); }

    private void take() {
        if (!next.region(at, text.length()).lookingAt()) throw wrong();
        at = next.end();
    }

    private boolean is(String sign) { return sign.equals(next.group(1)); }

    private Object value(int depth) {
        if (depth > DEEPEST) throw wrong();
        if (next.group(2) != null) return unescaped(next.group(2));
        if (next.group(3) != null) return Double.valueOf(next.group(3));
        if (next.group(4) != null) return next.group(4).equals("null") ? null : Boolean.valueOf(next.group(4));
        if (!is("{") && !is("[")) throw wrong();
        boolean isMap = is("{");
        Map<String, Object> map = new LinkedHashMap<>();
        List<Object> list = new ArrayList<>();
        take();
        for (boolean isFirst = true; !is(isMap ? "}" : "]"); isFirst = false) {
            if (!isFirst && !is(",")) throw wrong();
            if (!isFirst) take();
            String name = next.group(2);
            if (isMap && name == null) throw wrong();
            if (isMap) take();
            if (isMap && !is(":")) throw wrong();
            if (isMap) take();
            Object value = value(depth + 1);
            if (isMap) map.put(unescaped(name), value);
            else list.add(value);
            take();
        }
        return isMap ? map : list;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(u(....)|.)").matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            found.group(2) != null ? String.valueOf((char) Integer.parseInt(found.group(2), 16))
                : switch (found.group(1)) {
                    case "b" -> "\b";
                    case "f" -> "\f";
                    case "n" -> "\n";
                    case "r" -> "\r";
                    case "t" -> "\t";
                    default -> found.group(1);
                }));
    }
}
