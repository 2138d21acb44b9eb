using HelpDesk.Local.Composition;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.EndToEnd.Tests.Starting;

public sealed class SystemChoiceTests
{
    [Fact]
    public void NoSettings_AllSimulatedAndTheClassifierTriages()
    {
        var choice = Choose();

        choice.Faults.ShouldBeEmpty();
        choice.Of(SystemMode.Simulated).Select(system => system.Id).ShouldBe(["graph", "servicenow", "jira", "teams", "teams-bot", "slack", "mattermost", "confluence", "mediawiki", "teamviewer", "screenconnect", "rescue"]);
        choice[OutsideSystem.AzureOpenAI].ShouldBe(SystemMode.Off);
    }

    [Fact]
    public void RealGraphAndServiceNow_NothingElseNamed_TheRestIsOff()
    {
        var choice = Choose("Graph:TenantId=x", "ServiceNow:InstanceUrl=https://x.service-now.com");

        choice.Faults.ShouldBeEmpty();
        choice.AnySimulated.ShouldBeFalse();
        choice.Of(SystemMode.Off).Select(system => system.Id).ShouldBe(["jira", "teams", "teams-bot", "slack", "mattermost", "confluence", "mediawiki", "teamviewer", "screenconnect", "rescue", "azureopenai"]);
    }

    [Theory]
    [InlineData("Graph:TenantId=x", "ServiceNow:InstanceUrl")]
    [InlineData("ServiceNow:InstanceUrl=https://x.service-now.com", "Graph:TenantId")]
    [InlineData("Teams:WorkflowUrl=https://x", "Graph:TenantId")]
    public void Mixture_NotNamed_IsRefusedAndSaysWhatToSet(string real, string toSet)
    {
        var faults = string.Join('\n', Choose(real).Faults);

        faults.ShouldContain("HelpDesk:Simulate");
        faults.ShouldContain(toSet);
        faults.ShouldContain("Real: ");
    }

    [Fact]
    public void Mixture_EachNamed_IsAllowed()
    {
        var choice = Choose("ServiceNow:InstanceUrl=https://x.service-now.com", "HelpDesk:Simulate=graph, Teams");

        choice.Faults.ShouldBeEmpty();
        choice.Of(SystemMode.Simulated).ShouldBe([OutsideSystem.Graph, OutsideSystem.Teams]);
    }

    [Theory]
    [InlineData("grpah")]
    [InlineData("0")]
    public void Simulate_UnknownName_IsRefused(string name) => Choose($"HelpDesk:Simulate={name}").Faults.ShouldHaveSingleItem().ShouldContain(name);

    [Fact]
    public void Simulate_WhatIsReal_IsRefused() =>
        Choose("Graph:TenantId=x", "Jira:SiteUrl=https://x", "HelpDesk:Simulate=graph").Faults.ShouldHaveSingleItem().ShouldContain("Graph:TenantId");

    private static SystemChoice Choose(params string[] settings) => SystemChoice.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..])))
        .Build());
}
