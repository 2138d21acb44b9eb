using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Contract;

/// <summary>Holds a JSON value against a schema of the contract.</summary>
/// <param name="contract">Where referenced schemas are.</param>
/// <param name="allowOpenTypes">True to let types that the contract calls open have more properties than it names.</param>
public sealed class SchemaCheck(GraphContract contract, bool allowOpenTypes)
{
    private const string ReferencePrefix = "#/components/schemas/";

    // Putting a schema's parts together takes longer than checking a value.
    private readonly ConcurrentDictionary<JsonObject, SchemaShape> _shapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is wrong with the value; null when nothing is.</summary>
    public string? Fault(JsonNode? value, JsonObject schema, string at = "")
    {
        var shape = Shape(schema);
        if (value is null)
            return shape.IsNullable || shape.Type is null ? null : $"A null value was found for '{at}', which is not nullable.";
        return shape.Type switch
        {
            "object" => value is JsonObject found ? ObjectFault(found, shape, at) : Wrong(at, "an object"),
            "array" => value is JsonArray list ? ListFault(list, shape, at) : Wrong(at, "an array"),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : Wrong(at, "a Boolean"),
            "integer" => value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _) ? null : Wrong(at, "an integer"),
            "number" => value.GetValueKind() == JsonValueKind.Number ? null : Wrong(at, "a number"),
            "string" => value.GetValueKind() == JsonValueKind.String ? TextFault((string)value!, shape, at) : Wrong(at, "a string"),
            _ => null,
        };
    }

    /// <summary>Name of the schema that a reference points to.</summary>
    internal static string NameOf(string reference) => reference[ReferencePrefix.Length..];

    private SchemaShape Shape(JsonObject schema) => _shapes.GetOrAdd(schema, static (one, contract) => SchemaShape.Of(one, contract), contract);

    private static string Wrong(string at, string wanted) => $"The value of '{at}' is not {wanted}.";

    private static string? TextFault(string text, SchemaShape shape, string at)
    {
        if (shape.Values is { } values && !values.Contains(text, StringComparer.OrdinalIgnoreCase))
            return $"'{at}' has a value that its type does not know.";
        return shape.Format switch
        {
            "date-time" when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => Wrong(at, "a date and time"),
            "uuid" when !Guid.TryParse(text, out _) => Wrong(at, "a GUID"),
            _ => null,
        };
    }

    private string? ListFault(JsonArray list, SchemaShape shape, string at)
    {
        if (list.Count > shape.MaxItems)
            return $"'{at}' has more than {shape.MaxItems} entries.";
        return shape.Items is { } items ? list.Select((item, index) => Fault(item, items, $"{at}[{index}]")).FirstOrDefault(fault => fault is not null) : null;
    }

    private string? ObjectFault(JsonObject value, SchemaShape shape, string at)
    {
        if (shape.Required.FirstOrDefault(name => !value.ContainsKey(name)) is { } missing)
            return $"The property '{missing}' is required{(at.Length == 0 ? "" : $" in '{at}'")}.";
        var named = value["@odata.type"] is JsonValue type ? type.ToString().TrimStart('#') : null;
        var derived = named is not null && contract.Schema(named) is { } known ? Shape(known) : null;
        // A derived type that the contract names nowhere may hold more than its base; only its base can be judged.
        var isUnknownType = allowOpenTypes && named is not null && derived is null;
        foreach (var (name, part) in value)
        {
            var schema = shape.Properties.GetValueOrDefault(name) ?? derived?.Properties.GetValueOrDefault(name);
            if (schema is null && name.Contains('@', StringComparison.Ordinal))
                continue;
            if (schema is null)
            {
                if (isUnknownType || shape.HasValuesOfAnyName || (allowOpenTypes && (shape.IsOpen || derived?.IsOpen == true)))
                    continue;
                return $"Invalid property '{name}'.";
            }

            if (Fault(part, schema, at.Length == 0 ? name : $"{at}.{name}") is { } fault)
                return fault;
        }

        return null;
    }
}
