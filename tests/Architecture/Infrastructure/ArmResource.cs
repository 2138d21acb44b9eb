using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>One resource of a compiled template.</summary>
/// <param name="Module">Symbolic name of the module it is in; empty for the outermost template.</param>
/// <param name="Type">Its type, <c>Microsoft.Storage/storageAccounts</c>.</param>
/// <param name="Json">All of it.</param>
internal sealed record ArmResource(string Module, string Type, JsonObject Json)
{
    /// <summary>Module and type, as violations name it.</summary>
    public string Label => $"{Module}: {Type}";

    /// <summary>The value at a path of property names, as text; null when there is none.</summary>
    public string? Value(string path)
    {
        JsonNode? node = Json;
        foreach (var part in path.Split('.'))
            node = (node as JsonObject)?[part];
        return node switch
        {
            null => null,
            JsonValue value => value.ToString(),
            _ => node.ToJsonString(),
        };
    }
}
