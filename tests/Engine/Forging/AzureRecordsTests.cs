using Azure.Data.Tables;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Adapters.Tests.Records;
using HelpDesk.Local.Composition;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Engine.Tests.Forging;

/// <summary>An auditor's commands reach the records of the Azure host, and not only those of this machine.</summary>
public sealed class AzureRecordsTests
{
    [Fact]
    public async Task AuditOfTheAzureHost_AWorkstationThatNamesItsTables_ReadsAndVerifiesEveryChain()
    {
        await using var azurite = new AzuriteProcess("table");
        await azurite.StartAsync();
        var store = new TableRecordStore(new TableServiceClient(azurite.ConnectionString));
        await store.CreateTablesAsync(default);
        await using (var host = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IRecordStore>(store).AddAudit().BuildServiceProvider())
        {
            var log = host.GetRequiredService<IAuditLog>();
            await log.AppendAsync(Event("servicenow-1", "a"), default);
            await log.AppendAsync(Event("servicenow-1", "b"), default);
            await log.AppendAsync(Event("jira-2", "a"), default);
        }

        await using var workstation = OfflineServices.ForRecords(Settings(("TableStorage:ConnectionString", azurite.ConnectionString)));
        var report = await AuditVerification.RunAsync(workstation.GetRequiredService<IAuditSource>(), null, default);

        (report.Chains, report.Entries).ShouldBe((2, 3L));
        report.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void AuditOfTheAzureHost_AnAccountKeyOfARealAccount_IsRefused()
    {
        using var workstation = OfflineServices.ForRecords(Settings((
            "TableStorage:ConnectionString", "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA;EndpointSuffix=core.windows.net")));

        Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(() => workstation.GetRequiredService<IRecordStore>());
    }

    private static IConfiguration Settings(params (string Name, string Value)[] given) => new ConfigurationBuilder()
        .AddInMemoryCollection(given.Append(("HelpDesk:DataDirectory", Path.Combine(Path.GetTempPath(), "no-helpdesk-here"))).Select(static pair => KeyValuePair.Create<string, string?>(pair.Item1, pair.Item2)))
        .Build();

    private static AuditEvent Event(string caseId, string key) => new(new CaseId(caseId), key, AuditKinds.Escalated, "system", "Something was noted.", new Dictionary<string, string>());
}
