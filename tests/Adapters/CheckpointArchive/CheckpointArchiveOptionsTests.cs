using HelpDesk.Adapters.CheckpointArchive;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.CheckpointArchive;

public sealed class CheckpointArchiveOptionsTests
{
    [Theory]
    [InlineData("https://account.blob.core.windows.net/audit-checkpoints", "00:00:30", null)]
    [InlineData("http://127.0.0.1:10000/audit-checkpoints", "00:00:30", null)]
    [InlineData("http://account.blob.core.windows.net/audit-checkpoints", "00:00:30", "CheckpointArchive:ContainerUri must be https")]
    [InlineData("https://account.blob.core.windows.net/", "00:00:30", "CheckpointArchive:ContainerUri must be the address of a container")]
    [InlineData("https://account.blob.core.windows.net/audit-checkpoints?sig=secret", "00:00:30", "without a query")]
    [InlineData("https://account.blob.core.windows.net/audit-checkpoints/folder", "00:00:30", "CheckpointArchive:ContainerUri must be the address of a container")]
    [InlineData("audit-checkpoints", "00:00:30", "CheckpointArchive:ContainerUri must be an absolute address")]
    [InlineData("https://account.blob.core.windows.net/audit-checkpoints", "00:00:00", "CheckpointArchive:Timeout must be 1 to 100 seconds.")]
    public void Setting_AnyValue_IsToldByItsNameAndNeverRepeated(string container, string timeout, string? fault)
    {
        var options = Services(container, timeout).GetRequiredService<IOptions<CheckpointArchiveOptions>>();

        if (fault is null)
        {
            options.Value.ContainerUri.ShouldBe(container);
            return;
        }

        var refused = Should.Throw<OptionsValidationException>(() => options.Value);
        refused.Message.ShouldContain(fault);
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Setting_Missing_IsNoArchive() => Services("", "00:00:30").GetService<ICheckpointArchive>().ShouldBeNull();

    private static ServiceProvider Services(string container, string timeout)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("CheckpointArchive:ContainerUri", container), new("CheckpointArchive:Timeout", timeout)]).Build();
        return new ServiceCollection().AddCheckpointArchive(settings).BuildServiceProvider();
    }
}
