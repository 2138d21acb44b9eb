using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>Many callers at once.</summary>
public abstract class RecordConcurrencyConformance : RecordTextConformance
{
    private const string Table = Tables.Flags;

    [Fact]
    public async Task Add_SameKeyByMany_SucceedsOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Store.AddAsync(Table, Row("a", $"{i}"), default))));

        results.Count(etag => etag is not null).ShouldBe(1);
        var winner = Array.FindIndex(results, etag => etag is not null);
        (await Store.GetAsync(Table, Partition, "a", default)).ShouldBe(new Record(Partition, "a", $"{winner}", results[winner]));
    }

    [Fact]
    public async Task Replace_SameVersionByMany_SucceedsOnce()
    {
        var etag = await Store.AddAsync(Table, Row("a", "0"), default);

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Store.ReplaceAsync(Table, Row("a", $"{i}", etag), default))));

        results.Count(written => written is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Update_IncrementsByMany_LoseNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await Store.UpdateAsync<Counter>(Table, Partition, "n", before => new Counter((before?.Value ?? 0) + 1), default);
        })));

        (await Store.ReadAsync<Counter>(Table, Partition, "n", default))!.Value.Value.ShouldBe(80);
    }

    [Fact]
    public async Task Commit_SameKeysByMany_IsNeverMixed()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => Store.CommitAsync(Table, [Row("a", $"{i}"), Row("b", $"{i}"), Row($"own-{i}", "1")], default))));

        results.Count(written => written).ShouldBe(1);
        var winner = $"{Array.IndexOf(results, true)}";
        var found = new List<Record>();
        await foreach (var record in Store.QueryAsync(Table, Partition, null, null, default))
            found.Add(record);
        found.Select(r => (r.Row, r.Json)).ShouldBe([("a", winner), ("b", winner), ($"own-{winner}", "1")]);
    }

    [Fact]
    public async Task Query_WhileOthersWrite_GivesEachOldRowOnceInOrder()
    {
        var old = Enumerable.Range(0, 300).Select(i => $"{i:D4}-old").ToArray();
        foreach (var part in old.Chunk(100))
            await Store.CommitAsync(Table, [.. part.Select(row => Row(row, "1"))], default);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200 && !stop.IsCancellationRequested; i++)
                await Store.AddAsync(Table, Row($"{i:D4}-new", "1"), default);
        });

        var seen = new List<string>();
        await foreach (var record in Store.QueryAsync(Table, Partition, null, null, default))
            seen.Add(record.Row);
        await stop.CancelAsync();
        await writing;

        seen.ShouldBe(seen.Distinct().Order(StringComparer.Ordinal));
        seen.Where(row => row.EndsWith("old", StringComparison.Ordinal)).ShouldBe(old);
    }

    [Fact]
    public async Task Cancelled_BeforeItBegins_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.AddAsync(Table, Row("a", "1"), cancelled.Token));

        (await Store.GetAsync(Table, Partition, "a", default)).ShouldBeNull();
    }

    private sealed record Counter(int Value);
}
