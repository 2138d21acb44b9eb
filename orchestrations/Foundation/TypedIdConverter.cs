using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>Writes a typed id as the text it holds, so that a record with one looks like a record with a string.</summary>
public sealed class TypedIdConverter<T> : JsonConverter<T>
    where T : struct, ITypedId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is text."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>An id of one kind of thing, which no id of another kind replaces by mistake.</summary>
public interface ITypedId
{
    /// <summary>The id as text.</summary>
    string Value { get; }
}

/// <summary>An id that can be made from text.</summary>
public interface ITypedId<TSelf> : ITypedId
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The id that a text holds.</summary>
    static abstract TSelf From(string value);
}
