using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>Makes the tables when the host starts, if it is told to.</summary>
internal sealed class TableStorageStart(TableRecordStore store, IOptions<TableStorageOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.CreateTables ? store.CreateTablesAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
