using System.Text.Json;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>A request as the service reads it.</summary>
/// <param name="Ticket">Text of the last user message.</param>
/// <param name="Allowed">Intents that the schema's enumeration allows.</param>
internal sealed record ChatRequest(string Ticket, IReadOnlySet<string> Allowed)
{
    /// <summary>Reads a body.</summary>
    /// <returns>The request, or what the service would say against it.</returns>
    public static (ChatRequest? Request, string? Fault) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
            return (null, "'messages' is a required property");
        string? ticket = null;
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("role", out var role) || role.ValueKind != JsonValueKind.String || role.GetString() is not ("system" or "user" or "assistant"))
                return (null, "Invalid value for 'messages[].role'");
            if (!message.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.String)
                return (null, "Invalid type for 'messages[].content'");
            if (role.GetString() == "user")
                ticket = content.GetString();
        }

        if (ticket is null)
            return (null, "a user message is expected");
        if (body.TryGetProperty("temperature", out var heat) && (heat.ValueKind != JsonValueKind.Number || heat.GetDouble() is < 0 or > 2))
            return (null, "Invalid 'temperature'");
        var (schema, fault) = Format(body);
        return schema is { } form ? (new ChatRequest(ticket, Intents(form)), null) : (null, fault);
    }

    private static (JsonElement? Schema, string? Fault) Format(JsonElement body)
    {
        if (!body.TryGetProperty("response_format", out var format) || format.ValueKind != JsonValueKind.Object
            || !format.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "json_schema"
            || !format.TryGetProperty("json_schema", out var wrapper) || wrapper.ValueKind != JsonValueKind.Object)
            return (null, "Missing required parameter: 'response_format.json_schema'");
        if (!wrapper.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || name.GetString() is not { Length: > 0 and <= 64 })
            return (null, "Missing required parameter: 'response_format.json_schema.name'");
        if (!wrapper.TryGetProperty("strict", out var strict) || strict.ValueKind != JsonValueKind.True)
            return (null, "this stand-in only serves strict schemas");
        if (!wrapper.TryGetProperty("schema", out var schema))
            return (null, "Missing required parameter: 'response_format.json_schema.schema'");
        return StrictSchema.Fault(schema) is { } fault
            ? (null, $"Invalid schema for response_format '{name.GetString()}': {fault}")
            : (schema, null);
    }

    private static HashSet<string> Intents(JsonElement schema) =>
        schema.GetProperty("properties").TryGetProperty("intent", out var intent) && intent.TryGetProperty("enum", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? ids.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
}
