using HelpDesk.Adapters.Tests.Records;

namespace HelpDesk.Adapters.Tests.CheckpointArchive;

/// <summary>Azurite's blob service as a process of this test run.</summary>
public sealed class AzuriteBlobs : IAsyncLifetime
{
    private readonly AzuriteProcess _process = new("blob");

    public string ConnectionString => _process.ConnectionString;

    public Task InitializeAsync() => _process.StartAsync();

    public async Task DisposeAsync() => await _process.DisposeAsync();
}
