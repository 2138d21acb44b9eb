using Microsoft.Extensions.Hosting;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Being made with the other hosted services, it makes the store open its file before anything runs.</summary>
internal sealed class SqliteStart(SqliteRecordStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.Path.Length > 0 ? Task.CompletedTask : throw new InvalidOperationException("The record store has no file.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
