using Azure.Data.Tables;
using HelpDesk.Adapters.TableStorage;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>Azurite's table service as a process of this test run.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private readonly AzuriteProcess _process = new("table");

    public string ConnectionString => _process.ConnectionString;

    public TableRecordStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _process.StartAsync();
        Store = new TableRecordStore(new TableServiceClient(ConnectionString));
        await Store.CreateTablesAsync(default);
    }

    public async Task DisposeAsync() => await _process.DisposeAsync();
}
