using System.Text.Json;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>
/// Checks a schema by the rules of structured outputs: the root is an object, every object closes itself and requires all its
/// properties, at most 100 properties and 5 levels.
/// </summary>
internal static class StrictSchema
{
    private const int MostProperties = 100;
    private const int MostLevels = 5;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(JsonElement schema)
    {
        var count = 0;
        if (schema.ValueKind != JsonValueKind.Object || schema.TryGetProperty("anyOf", out _) || !Is(schema, "object"))
            return "schema must be a JSON Schema of 'type: \"object\"'";
        return Walk(schema, 1, ref count) ?? (count > MostProperties ? $"schema has more than {MostProperties} properties" : null);
    }

    private static string? Walk(JsonElement node, int level, ref int count)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return "every schema must be an object";
        if (level > MostLevels)
            return $"schema has more than {MostLevels} levels";
        if (!node.TryGetProperty("type", out _) && !node.TryGetProperty("anyOf", out _) && !node.TryGetProperty("$ref", out _))
            return "schema must have a 'type' key";
        if (Is(node, "array"))
            return node.TryGetProperty("items", out var items) ? Walk(items, level + 1, ref count) : "array schema missing items";
        if (!Is(node, "object"))
            return null;
        if (!node.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
            return "'additionalProperties' is required to be supplied and to be false";
        if (!node.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return "object schema missing properties";

        var required = node.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var property in properties.EnumerateObject())
        {
            count++;
            if (!required.Contains(property.Name))
                return $"'required' is required to be supplied and to be an array including every key in properties. Missing '{property.Name}'";
            if (Walk(property.Value, level + 1, ref count) is { } fault)
                return fault;
        }

        return null;
    }

    private static bool Is(JsonElement node, string type) =>
        node.TryGetProperty("type", out var value)
        && (value.ValueKind == JsonValueKind.String ? value.GetString() == type : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == type));
}
