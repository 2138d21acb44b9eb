using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>azd deploys main.bicepparam with a tier; the files for dev and prod name the values. Both must mean the same deployment.</summary>
[Collection(InfrastructureGroup.Name)]
public sealed partial class TierTests(CompiledInfrastructure compiled)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Tier_ByAzd_GivesTheValuesOfItsFile(string tier)
    {
        var (output, complaints) = await BicepCompiler.RunAsync("build-params", $"{tier}.bicepparam", "--stdout");
        complaints.ShouldBeEmpty();

        var differences = Differences(compiled.Template, Values(output), tier);

        differences.Compared.ShouldBeGreaterThan(6, "nothing would be compared");
        differences.Found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tier_WithAnotherDefaultThanItsFile_IsFound()
    {
        var (output, _) = await BicepCompiler.RunAsync("build-params", "prod.bicepparam", "--stdout");
        var spoilt = ArmTemplate.Spoilt(compiled.Template, template => template["parameters"]!["logRetentionDays"]!["defaultValue"] = "[if(equals(parameters('tier'), 'prod'), 60, 30)]");

        Differences(spoilt, Values(output), "prod").Found.ShouldHaveSingleItem().ShouldBe("logRetentionDays: prod.bicepparam says 90, the tier gives 60.");
    }

    private static JsonObject Values(string output) => (JsonObject)JsonNode.Parse(JsonNode.Parse(output)!["parametersJson"]!.ToString())!["parameters"]!;

    private static (int Compared, IReadOnlyList<string> Found) Differences(ArmTemplate template, JsonObject values, string tier)
    {
        var chosen =
            (from parameter in template.Parameters
             where parameter.Name.StartsWith('.') && parameter.Json["defaultValue"] is not null
             let choice = ByTier().Match(parameter.Json["defaultValue"]!.ToString())
             where choice.Success
             select (Name: parameter.Name[1..], Value: choice.Groups[tier == "prod" ? "prod" : "dev"].Value.Trim('\''))).ToList();
        var found =
            from given in chosen
            let value = values[given.Name]?["value"]
            where value is not null && !string.Equals(Convert.ToString(value, CultureInfo.InvariantCulture), given.Value, StringComparison.OrdinalIgnoreCase)
            select $"{given.Name}: {tier}.bicepparam says {value}, the tier gives {given.Value}.";
        return (chosen.Count, [.. found]);
    }

    [GeneratedRegex(@"^\[if\(equals\(parameters\('tier'\), 'prod'\), (?<prod>'[^']+'|\w+(\(\))?), (?<dev>'[^']+'|\w+(\(\))?)\)\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ByTier();
}
