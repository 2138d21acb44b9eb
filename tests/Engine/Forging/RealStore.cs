using Azure.Data.Tables;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Adapters.Tests.Records;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Engine.Tests.Forging;

/// <summary>The product on a real record store, and somebody who writes into the same rows from beside it.</summary>
internal sealed class RealStore : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;
    private readonly SqliteFile? _file;
    private readonly IRecordStore _beside;
    private readonly IRecordStore _products;

    private RealStore(IRecordStore products, IRecordStore beside, AzuriteProcess? azurite, SqliteFile? file)
    {
        (_products, _beside, _azurite, _file) = (products, beside, azurite, file);
        House = new House(services => services.AddSingleton<IAuditLog, AuditLog>().AddSingleton(products));
    }

    public House House { get; }

    /// <param name="kind"><c>sqlite</c> or <c>tables</c>.</param>
    public static async Task<RealStore> OpenAsync(string kind)
    {
        if (kind == "sqlite")
        {
            var file = new SqliteFile();
            return new RealStore(file.Open(), file.Open(), null, file);
        }

        var azurite = new AzuriteProcess("table");
        await azurite.StartAsync();
        var products = new TableRecordStore(new TableServiceClient(azurite.ConnectionString));
        await products.CreateTablesAsync(default);
        return new RealStore(products, new TableRecordStore(new TableServiceClient(azurite.ConnectionString)), azurite, null);
    }

    /// <summary>Changes the JSON of a row, whatever the program thinks of it.</summary>
    public async Task EditAsync(string table, string partition, string row, Func<string, string> change)
    {
        var before = (await _beside.GetAsync(table, partition, row, default)).ShouldNotBeNull($"{table} {partition} {row}");
        var json = change(before.Json);
        json.ShouldNotBe(before.Json);
        (await _beside.ReplaceAsync(table, new Record(partition, row, json, before.ETag), default)).ShouldNotBeNull();
    }

    /// <summary>Changes a row as a typed value.</summary>
    public Task EditAsync<T>(string table, string partition, string row, Func<T, T> change) =>
        EditAsync(table, partition, row, json => DurableJson.Write(change(DurableJson.Read<T>(json))));

    /// <summary>Puts a row that is not there.</summary>
    public async Task PutAsync(string table, string partition, string row, string json) =>
        (await _beside.AddAsync(table, new Record(partition, row, json), default)).ShouldNotBeNull();

    /// <summary>Rows of a partition.</summary>
    public async Task<List<Record>> RowsAsync(string table, string partition, string from) =>
        await _beside.QueryAsync(table, partition, from, $"{from}~", default).ToListAsync();

    /// <summary>Nothing was done that needs a decision, the chain of the case tells of a security event, and health does.</summary>
    public async Task NothingDoneAndToldAsync(string caseId)
    {
        House.Trace.Where(static line => line.StartsWith("effect", StringComparison.Ordinal)).Except(["effect user.revoke-sessions", "effect user.confirm-compromised"]).ShouldBeEmpty();
        await ToldAsync(caseId);
    }

    /// <summary>The chain of the case tells of a security event, and health does.</summary>
    public async Task ToldAsync(string caseId)
    {
        (await House.Get<IAuditLog>().ReadAsync(new CaseId(caseId), default).ToListAsync()).ShouldContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
        (await TamperEvents.RecentAsync(_beside, House.Time, default).ToListAsync()).ShouldContain(found => found.CaseId == caseId);
    }

    public async ValueTask DisposeAsync()
    {
        House.Dispose();
        (_beside as IDisposable)?.Dispose();
        (_products as IDisposable)?.Dispose();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _file?.Dispose();
    }
}
