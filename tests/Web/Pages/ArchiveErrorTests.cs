using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

public sealed class ArchiveErrorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Audit_ArchiveHoldsSomethingElse_SaysSo(bool isDifferent)
    {
        var archive = new MemoryArchive();
        await using var host = await PagesHost.StartAsync(change: services => services.AddSingleton<ICheckpointArchive>(archive).AddSingleton<ICheckpointSigner, FixedSigner>());
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        await host.Get<AuditCheckpoints>().TakeAsync(default);
        if (isDifferent)
            archive.Copies[1] = "{}";
        var run = host.Get<CheckpointArchiving>().RunAsync(default);
        if (isDifferent)
            await Should.ThrowAsync<AuditDamagedException>(run);
        else
            (await run).ShouldBe(1);

        (await client.TextAsync("/audit")).Contains("The archive holds something else under checkpoint 1", StringComparison.Ordinal).ShouldBe(isDifferent);
    }
}
