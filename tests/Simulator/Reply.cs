using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Tests;

/// <summary>An answer of simulated Graph.</summary>
internal sealed record Reply(int Status, JsonObject? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => (string?)Body?["error"]?["code"];

    public string? Message => (string?)Body?["error"]?["message"];

    public IReadOnlyList<JsonObject> Items => [.. Body!["value"]!.AsArray().Select(item => item!.AsObject())];
}
