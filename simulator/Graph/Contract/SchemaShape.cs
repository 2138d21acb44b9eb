using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Contract;

/// <summary>A schema with its references followed and its parts put together.</summary>
internal sealed class SchemaShape
{
    private SchemaShape()
    {
    }

    public string? Type { get; private set; }

    public string? Format { get; private set; }

    public bool IsNullable { get; private set; }

    public bool IsOpen { get; private set; }

    public bool HasValuesOfAnyName { get; private set; }

    public int MaxItems { get; private set; } = int.MaxValue;

    public JsonObject? Items { get; private set; }

    public IReadOnlyList<string>? Values { get; private set; }

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, JsonObject> Properties { get; } = new(StringComparer.Ordinal);

    public static SchemaShape Of(JsonObject schema, GraphContract contract)
    {
        var shape = new SchemaShape();
        shape.Take(schema, contract);
        return shape;
    }

    private void Take(JsonObject schema, GraphContract contract)
    {
        if ((string?)schema["$ref"] is { } reference)
            Take(contract.Schema(SchemaCheck.NameOf(reference)) ?? throw new InvalidOperationException($"The contract lacks {reference}."), contract);
        foreach (var part in schema["allOf"] as JsonArray ?? [])
            Take(part!.AsObject(), contract);
        Type = (string?)schema["type"] ?? Type;
        Format = (string?)schema["format"] ?? Format;
        IsNullable |= (bool?)schema["nullable"] == true;
        IsOpen |= (bool?)schema["x-odata-open-type"] == true;
        HasValuesOfAnyName |= schema["additionalProperties"] is JsonObject || (schema["additionalProperties"] is JsonValue && (bool?)schema["x-odata-open-type"] != true);
        MaxItems = (int?)schema["maxItems"] ?? MaxItems;
        Items = schema["items"] as JsonObject ?? Items;
        if (schema["enum"] is JsonArray values)
            Values = [.. values.Select(value => value!.ToString())];
        foreach (var name in schema["required"] as JsonArray ?? [])
            Required.Add((string)name!);
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            Properties[name] = property!.AsObject();
    }
}
