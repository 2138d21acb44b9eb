using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>The compiled template with the templates nested in it.</summary>
internal sealed class ArmTemplate(JsonObject json)
{
    private const string Deployment = "Microsoft.Resources/deployments";

    /// <summary>All resources that it makes, those of modules included.</summary>
    public IReadOnlyList<ArmResource> Resources { get; } = [.. Walk(json, "")];

    /// <summary>All outputs, by module and name.</summary>
    public IReadOnlyList<(string Name, string Text)> Outputs { get; } = [.. WalkTemplates(json, "").SelectMany(template => Members(template, "outputs")).Select(output => (output.Name, output.Json.ToJsonString()))];

    /// <summary>All parameters, by module and name.</summary>
    public IReadOnlyList<(string Name, JsonObject Json)> Parameters { get; } =
        [.. WalkTemplates(json, "").SelectMany(template => Members(template, "parameters"))];

    /// <summary>The template of a module.</summary>
    public JsonObject Module(string name) => WalkTemplates(json, "").First(template => template.Module == name).Json;

    /// <summary>All of it as text.</summary>
    public override string ToString() => json.ToJsonString();

    /// <summary>A copy that a test may spoil.</summary>
    public static ArmTemplate Spoilt(ArmTemplate template, Action<JsonObject> spoil)
    {
        var copy = (JsonObject)JsonNode.Parse(template.ToString())!;
        spoil(copy);
        return new ArmTemplate(copy);
    }

    private static IEnumerable<ArmResource> Walk(JsonObject template, string module) =>
        from nested in WalkTemplates(template, module)
        from resource in Symbols(nested.Json)
        let type = resource.Json["type"]!.ToString()
        where type != Deployment && resource.Json["existing"] is null
        select new ArmResource(nested.Module, type, resource.Json);

    private static IEnumerable<(string Module, JsonObject Json)> WalkTemplates(JsonObject template, string module) =>
        Symbols(template)
            .Where(resource => resource.Json["type"]!.ToString() == Deployment)
            .SelectMany(resource => WalkTemplates((JsonObject)resource.Json["properties"]!["template"]!, resource.Name))
            .Prepend((module, template));

    private static IEnumerable<(string Name, JsonObject Json)> Symbols(JsonObject template) => template["resources"] switch
    {
        JsonObject named => named.Select(entry => (entry.Key, (JsonObject)entry.Value!)),
        JsonArray list => list.Select(entry => (entry!["name"]!.ToString(), (JsonObject)entry)),
        _ => [],
    };

    private static IEnumerable<(string Name, JsonObject Json)> Members((string Module, JsonObject Json) template, string section) =>
        (template.Json[section] as JsonObject ?? []).Select(member => ($"{template.Module}.{member.Key}", (JsonObject)member.Value!));
}
