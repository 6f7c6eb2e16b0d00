package io.lanyard.core.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: a record without nulls. A component that the wire left out is empty when it is an Optional, a List, a Map or a
 * Set; when it is anything else, the answer isn't what it claims to be, and decoding says which field is missing.
 */
final class RecordAdapter<T> extends TypeAdapter<T> {

    /** One component: its place, its names, how its value is read and written, and what it is when absent. */
    record Component(
            int index,
            String wireName,
            TypeAdapter<Object> adapter,
            java.lang.reflect.Method accessor,
            @Nullable Object whenAbsent) {}

    private final Constructor<T> constructor;
    private final Component[] components;
    private final Map<String, Component> byName;
    private final @Nullable Component others;
    private final TypeAdapter<JsonElement> elements;

    RecordAdapter(
            Constructor<T> constructor,
            Component[] components,
            Map<String, Component> byName,
            @Nullable Component others,
            TypeAdapter<JsonElement> elements) {
        this.constructor = constructor;
        this.components = components;
        this.byName = byName;
        this.others = others;
        this.elements = elements;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        var values = new @Nullable Object[components.length];
        var unnamed = others == null ? null : new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            var name = in.nextName();
            var component = byName.get(name);
            if (component != null) {
                values[component.index] = component.adapter.read(in);
            } else if (unnamed != null) {
                unnamed.add(name, elements.read(in));
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        if (others != null) {
            values[others.index] = others.adapter.fromJsonTree(unnamed);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = absent(components[i], in);
            }
        }
        return make(values, in);
    }

    private Object absent(Component component, JsonReader in) {
        var value = component.whenAbsent;
        if (value == null) {
            throw new JsonParseException("at " + in.getPath() + ": the answer lacks '" + component.wireName + "' of a "
                    + constructor.getDeclaringClass().getSimpleName());
        }
        return value;
    }

    private T make(@Nullable Object[] values, JsonReader in) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonParseException("at " + in.getPath() + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new JsonParseException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        for (var component : components) {
            if (others != null && component.index == others.index) {
                writeOthers(out, component.adapter.toJsonTree(valueOf(component, value)));
            } else {
                out.name(component.wireName);
                component.adapter.write(out, valueOf(component, value));
            }
        }
        out.endObject();
    }

    private void writeOthers(JsonWriter out, JsonElement tree) throws IOException {
        if (!tree.isJsonObject()) {
            return; // whoever made the record by hand put no fields there
        }
        boolean before = out.getSerializeNulls();
        out.setSerializeNulls(true); // a null that a service tells is something that it tells
        for (var field : tree.getAsJsonObject().entrySet()) {
            if (!byName.containsKey(field.getKey())) {
                elements.write(out.name(field.getKey()), field.getValue());
            }
        }
        out.setSerializeNulls(before);
    }

    private Object valueOf(Component component, T value) {
        try {
            return component.accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new JsonParseException("cannot read " + component.accessor, e);
        }
    }
}
