using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>What infra-bicep/ deploys keeps its promises; <see cref="PlantedInfrastructureTests"/> shows that each rule can fail.</summary>
[Collection(InfrastructureGroup.Name)]
public sealed class InfrastructureTests(CompiledInfrastructure compiled)
{
    [Fact]
    public void Bicep_Build_HasNothingToSay() => compiled.Complaints.ShouldBeEmpty();

    [Theory]
    [InlineData("main.bicepparam")]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task Parameters_Build_GiveEveryRequiredOne(string file)
    {
        var (output, complaints) = await BicepCompiler.RunAsync("build-params", file, "--stdout");

        complaints.ShouldBeEmpty();
        var given = (JsonObject)JsonNode.Parse(JsonNode.Parse(output)!["parametersJson"]!.ToString())!["parameters"]!;
        compiled.Template.Parameters
            .Where(parameter => parameter.Name.StartsWith('.') && !parameter.Json.ContainsKey("defaultValue") && !given.ContainsKey(parameter.Name[1..]))
            .ShouldBeEmpty();
    }

    /// <summary>A fixed default began every budget in a month that was over, which Azure does not take.</summary>
    [Fact]
    public async Task Budget_WithoutAStart_BeginsInTheMonthOfTheDeployment()
    {
        var (output, _) = await BicepCompiler.RunAsync("build-params", "main.bicepparam", "--stdout");
        string Default(string name) => compiled.Template.Parameters.Single(parameter => parameter.Name == $".{name}").Json["defaultValue"]!.ToString();

        JsonNode.Parse(JsonNode.Parse(output)!["parametersJson"]!.ToString())!["parameters"]!["budgetStart"]!["value"]!.ToString().ShouldBeEmpty();
        (Default("budgetStart"), Default("thisMonth")).ShouldBe(("", "[utcNow('yyyy-MM-01')]"));
        compiled.Template.ToString().Replace("\\u0027", "'", StringComparison.Ordinal).ShouldContain("[if(empty(parameters('budgetStart')), createObject('value', parameters('thisMonth')), createObject('value', parameters('budgetStart')))]");
    }

    [Fact]
    public async Task Bicep_LintOfEveryFile_HasNothingToSay()
    {
        var (_, complaints) = await BicepCompiler.RunAsync("lint", "--pattern", "**/*.bicep");

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public void Rules_Types_AreAllInTheTemplate() => ResourceRules.Missing(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Resources_Settings_AreSafe() => ResourceRules.Settings(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Resources_Logs_AreKept() => ResourceRules.Diagnostics(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Template_Keys_AreNeverRead() => SecretRules.Keys(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Outputs_Secrets_ThereAreNone() => SecretRules.Outputs(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Settings_Secrets_AreReferencesToTheVault() => SecretRules.Settings(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Roles_Given_AreThoseOfTheTable() => RoleRules.Table(compiled.Template, CompiledInfrastructure.Readme).ShouldBeEmpty();

    [Fact]
    public void AuditTable_Roles_IsTheAppenderOnly() => RoleRules.AuditTable(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void OwnRoles_Actions_AreFewAndNamed() => RoleRules.OwnRoles(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Settings_OfTheApp_StandOnThePage() => HostRules.Settings(compiled.Template, CompiledInfrastructure.SettingsPage).ShouldBeEmpty();

    [Fact]
    public void Settings_OfGraphsLimits_AreThoseOfThePlanAndTheOption() => HostRules.GraphLimits(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void SignIn_OpenPaths_AreThoseOfTheApp() => HostRules.OpenPaths(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Parameters_Descriptions_SayRequiredOrOptional() => HostRules.Descriptions(compiled.Template).ShouldBeEmpty();

    [Fact]
    public void Parameters_OfMain_StandInTheReadme() => HostRules.ReadmeParameters(compiled.Template, CompiledInfrastructure.Readme).ShouldBeEmpty();
}
