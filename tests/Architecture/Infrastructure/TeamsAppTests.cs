using System.Buffers.Binary;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>The Teams app, its bot, and the page that says how to set them up.</summary>
[Collection(InfrastructureGroup.Name)]
public sealed partial class TeamsAppTests(CompiledInfrastructure compiled)
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "infra-bicep", "teams-app");

    private static string Manifest => File.ReadAllText(Path.Combine(Folder, "manifest.json"));

    [Fact]
    public void Manifest_Bot_IsForPersonalChatsOnly()
    {
        using var manifest = JsonDocument.Parse(Manifest);

        var bot = manifest.RootElement.GetProperty("bots").EnumerateArray().ShouldHaveSingleItem();
        bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["personal"]);
        bot.GetProperty("botId").GetString().ShouldBe("{{BOT_ID}}");
        manifest.RootElement.GetProperty("name").GetProperty("short").GetString()!.Length.ShouldBeLessThanOrEqualTo(30);
        manifest.RootElement.GetProperty("description").GetProperty("short").GetString()!.Length.ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void Manifest_Placeholders_AreAllOnThePage()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "teams-bot.md"));

        var placeholders = Placeholder().Matches(Manifest).Select(match => match.Value).Distinct().ToList();
        placeholders.Count.ShouldBeGreaterThan(3);
        placeholders.Where(name => !page.Contains($"s|{name}|", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icon_Size_IsWhatTeamsTakes(string icon, int size)
    {
        using var manifest = JsonDocument.Parse(Manifest);
        var bytes = File.ReadAllBytes(Path.Combine(Folder, manifest.RootElement.GetProperty("icons").GetProperty(icon).GetString()!));

        bytes.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))).ShouldBe((size, size));
    }

    [Fact]
    public void Bot_IsOffUnlessWantedAndCallsTheWebhook()
    {
        compiled.Template.Parameters.Single(parameter => parameter.Name == ".useTeamsBot").Json["defaultValue"]!.GetValue<bool>().ShouldBeFalse();
        var bot = compiled.Template.Resources.Single(resource => resource.Type == "Microsoft.BotService/botServices");
        bot.Value("properties.endpoint")!.ShouldContain("/api/webhooks/teams-bot");
        compiled.Template.ToString().Replace("\\u0027", "'", StringComparison.Ordinal).ShouldContain("[parameters('useTeamsBot')]");
    }

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
