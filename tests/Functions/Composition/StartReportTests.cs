using HelpDesk.Functions.Composition;
using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Functions.Tests.Composition;

public sealed class StartReportTests
{
    [Fact]
    public void Empty_Settings_AreEachNamedWithSourceAndExample()
    {
        var settings = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings);
        services.AddProduct(settings);
        using var provider = services.BuildServiceProvider();
        var fault = Should.Throw<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        var faults = StartReport.Explain(fault).ShouldNotBeNull(fault.ToString());
        var lines = StartReport.Lines((IConfigurationRoot)settings, faults.ToList(), []);

        lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Count().ShouldBe(faults.Distinct().Count());
        foreach (var name in new[] { "TableStorage__ServiceUri", "ServiceBus__FullyQualifiedNamespace", "KeyVault__CheckpointKey", "KeyVault__DecisionKey", "HelpDesk__PublicUrl", "HelpDesk__LinkKey", "SignIn__Mode" })
            lines.ShouldContain(line => line.StartsWith($"  Not set. It is the app setting (environment variable) {name}; example: ", StringComparison.Ordinal), name);
    }

    [Fact]
    public void Value_OfASetting_IsInNoLine()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["HelpDesk:LinkKey"] = "s3cret-value" }).Build();

        var lines = StartReport.Lines(settings, ["HelpDesk:LinkKey must be Base64 of at least 32 random bytes."], []);

        lines.ShouldAllBe(line => !line.Contains("s3cret-value"));
        lines[2].ShouldContain("HelpDesk__LinkKey");
    }

    [Fact]
    public void Setting_OfATicketSystem_HasTheExampleOfItsAdapter()
    {
        var settings = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddProduct(settings);
        using var provider = services.BuildServiceProvider();

        var lines = StartReport.Lines((IConfigurationRoot)settings, ["Jira:SiteUrl must be an address."], provider.GetServices<TicketSystemDescriptor>());

        lines[2].ShouldEndWith("; example: https://NAME.atlassian.net");
    }

    [Fact]
    public void Defect_OfOurs_IsNotExplainedAway() => StartReport.Explain(new InvalidOperationException("something else")).ShouldBeNull();
}
