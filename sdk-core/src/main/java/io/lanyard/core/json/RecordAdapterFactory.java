package io.lanyard.core.json;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import io.lanyard.core.TextValue;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Core, JSON: reads a record's components once, and remembers how to fill them. Honours {@link SerializedName} with its
 * alternates, and {@link JsonAdapter} on components; on an {@code Optional} component the adapter is for its content.
 */
final class RecordAdapterFactory implements TypeAdapterFactory {

    private static final OpenValueAdapter OPEN_VALUES = new OpenValueAdapter();

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        @SuppressWarnings("unchecked") // the raw class of T
        var raw = (Class<T>) type.getRawType();
        if (!raw.isRecord()) {
            return null;
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return OPEN_VALUES.create(gson, type); // what its annotation says, without the cost of reading it
        }
        if (raw.isAnnotationPresent(JsonAdapter.class)) {
            return null;
        }
        var parts = raw.getRecordComponents();
        var components = new RecordAdapter.Component[parts.length];
        var byName = new HashMap<String, RecordAdapter.Component>(parts.length * 2);
        var types = new Class<?>[parts.length];
        RecordAdapter.Component others = null;
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                var field = raw.getDeclaredField(parts[i].getName());
                components[i] = component(gson, type, i, parts[i], field);
                if (field.isAnnotationPresent(Others.class)) {
                    others = components[i];
                    continue;
                }
                byName.put(components[i].wireName(), components[i]);
                var renamed = field.getAnnotation(SerializedName.class);
                if (renamed != null) {
                    for (var alternate : renamed.alternate()) {
                        byName.put(alternate, components[i]);
                    }
                }
            }
            var constructor = raw.getDeclaredConstructor(types);
            open(constructor);
            return new RecordAdapter<>(constructor, components, byName, others, gson.getAdapter(JsonElement.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot look into " + type, e);
        }
    }

    private static RecordAdapter.Component component(
            Gson gson, TypeToken<?> owner, int index, RecordComponent part, Field field) {
        var renamed = field.getAnnotation(SerializedName.class);
        var name =
                renamed == null ? FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES.translateName(field) : renamed.value();
        var type = TypeToken.get(resolve(owner, part.getGenericType()));
        var accessor = part.getAccessor();
        open(accessor);
        @SuppressWarnings("unchecked") // the component's own adapter reads what its constructor takes
        var adapter = (TypeAdapter<Object>) adapter(gson, type, field);
        return new RecordAdapter.Component(index, name, adapter, accessor, whenAbsent(part.getType()));
    }

    private static TypeAdapter<?> adapter(Gson gson, TypeToken<?> type, Field field) {
        var named = field.getAnnotation(JsonAdapter.class);
        if (named == null) {
            return gson.getAdapter(type);
        }
        if (type.getRawType() != Optional.class) {
            return make(named.value(), gson, type);
        }
        var content = TypeToken.get(((ParameterizedType) type.getType()).getActualTypeArguments()[0]);
        return OptionalAdapter.of(make(named.value(), gson, content));
    }

    private static TypeAdapter<?> make(Class<?> named, Gson gson, TypeToken<?> type) {
        try {
            var constructor = named.getDeclaredConstructor();
            open(constructor);
            var made = constructor.newInstance();
            return made instanceof TypeAdapterFactory factory ? factory.create(gson, type) : (TypeAdapter<?>) made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(named + " needs a constructor without arguments", e);
        }
    }

    private static @Nullable Object whenAbsent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return type == Set.class ? Set.of() : null;
    }

    /** Puts the owner's type arguments where the component names its type parameters. */
    private static Type resolve(TypeToken<?> owner, Type type) {
        if (type instanceof TypeVariable<?> variable && owner.getType() instanceof ParameterizedType known) {
            var parameters = owner.getRawType().getTypeParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i].equals(variable)) {
                    return known.getActualTypeArguments()[i];
                }
            }
        }
        if (type instanceof ParameterizedType parameterized && owner.getType() instanceof ParameterizedType) {
            var arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = resolve(owner, arguments[i]);
            }
            return TypeToken.getParameterized(parameterized.getRawType(), arguments)
                    .getType();
        }
        return type;
    }

    private static void open(AccessibleObject member) {
        if (!member.trySetAccessible() && !Modifier.isPublic(((Member) member).getModifiers())) {
            throw new IllegalArgumentException(member + " is out of reach: open its package to io.lanyard.core");
        }
    }
}
