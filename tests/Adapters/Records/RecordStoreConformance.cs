using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>What <see cref="IRecordStore"/> promises, asked of each implementation. Every test has a partition of its own.</summary>
public abstract class RecordStoreConformance
{
    private const string Table = Tables.Cases;

    private readonly string _partition = $"default|{Guid.NewGuid():N}";

    protected abstract IRecordStore Store { get; }

    protected string Partition => _partition;

    [Fact]
    public async Task Add_NewKey_IsStoredAsItWas()
    {
        var etag = await Store.AddAsync(Table, Row("a", """{"text":"Grüße, 東京 🙂 \"quoted\" \\ \u0000"}"""), default);

        var found = await Store.GetAsync(Table, _partition, "a", default);
        found.ShouldBe(new Record(_partition, "a", """{"text":"Grüße, 東京 🙂 \"quoted\" \\ \u0000"}""", etag));
    }

    [Fact]
    public async Task Add_KnownKey_IsNullAndChangesNothing()
    {
        var first = await Store.AddAsync(Table, Row("a", "1"), default);

        (await Store.AddAsync(Table, Row("a", "2"), default)).ShouldBeNull();

        (await Store.GetAsync(Table, _partition, "a", default)).ShouldBe(new Record(_partition, "a", "1", first));
    }

    [Fact]
    public async Task Add_RecordWithAnETag_IsStillAnAdd()
    {
        await Store.AddAsync(Table, Row("a", "1"), default);
        var stored = await Store.GetAsync(Table, _partition, "a", default);

        (await Store.AddAsync(Table, stored! with { Json = "2" }, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Get_UnknownKey_IsNull()
    {
        await Store.AddAsync(Table, Row("a", "1"), default);

        (await Store.GetAsync(Table, _partition, "b", default)).ShouldBeNull();
        (await Store.GetAsync(Table, _partition + "x", "a", default)).ShouldBeNull();
        (await Store.GetAsync(Tables.Flags, _partition, "a", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Get_KeyInOtherCase_IsAnotherKey()
    {
        await Store.AddAsync(Table, Row("a", "1"), default);
        await Store.AddAsync(Table, Row("A", "2"), default);

        (await Store.GetAsync(Table, _partition, "a", default))!.Json.ShouldBe("1");
        (await Store.GetAsync(Table, _partition, "A", default))!.Json.ShouldBe("2");
    }

    [Fact]
    public async Task Replace_Unchanged_GivesANewETagThatIsTheStoredOne()
    {
        var first = await Store.AddAsync(Table, Row("a", "1"), default);

        var second = await Store.ReplaceAsync(Table, Row("a", "2", first), default);

        second.ShouldNotBeNull();
        second.ShouldNotBe(first);
        (await Store.GetAsync(Table, _partition, "a", default)).ShouldBe(new Record(_partition, "a", "2", second));
        (await Store.ReplaceAsync(Table, Row("a", "3", second), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Replace_ChangedMeanwhile_IsNullAndChangesNothing()
    {
        var first = await Store.AddAsync(Table, Row("a", "1"), default);
        await Store.ReplaceAsync(Table, Row("a", "2", first), default);

        (await Store.ReplaceAsync(Table, Row("a", "3", first), default)).ShouldBeNull();

        (await Store.GetAsync(Table, _partition, "a", default))!.Json.ShouldBe("2");
    }

    [Fact]
    public async Task Replace_UnknownKey_IsNullAndAddsNothing()
    {
        var etag = await Store.AddAsync(Table, Row("a", "1"), default);

        (await Store.ReplaceAsync(Table, Row("b", "1", etag), default)).ShouldBeNull();

        (await Store.GetAsync(Table, _partition, "b", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("no etag of ours")]
    public async Task Replace_ETagNeverGivenOut_IsNull(string etag)
    {
        await Store.AddAsync(Table, Row("a", "1"), default);

        (await Store.ReplaceAsync(Table, Row("a", "2", etag), default)).ShouldBeNull();
        (await Store.ReplaceAsync(Table, Row("b", "2", etag), default)).ShouldBeNull();
        (await Store.CommitAsync(Table, [Row("b", "2", etag)], default)).ShouldBeFalse();
        (await Store.GetAsync(Table, _partition, "b", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    public async Task Replace_AnyVersion_IsRefused(string? etag)
    {
        await Store.AddAsync(Table, Row("a", "1"), default);

        await Should.ThrowAsync<ArgumentException>(() => Store.ReplaceAsync(Table, Row("a", "2", etag), default));
    }

    [Fact]
    public async Task Query_Range_IsFromInclusiveToExclusiveInOrder()
    {
        foreach (var row in new[] { "c", "a", "d", "b" })
            await Store.AddAsync(Table, Row(row, "1"), default);
        await Store.AddAsync(Table, new Record(_partition + "x", "bb", "1"), default);

        (await RowsAsync(null, null)).ShouldBe(["a", "b", "c", "d"]);
        (await RowsAsync("b", "d")).ShouldBe(["b", "c"]);
        (await RowsAsync("bb", null)).ShouldBe(["c", "d"]);
        (await RowsAsync(null, "b")).ShouldBe(["a"]);
        (await RowsAsync("", "")).ShouldBeEmpty();
        (await RowsAsync("d", "b")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Query_ManyRows_AreAllThereOnceWithTheirETags()
    {
        var rows = Enumerable.Range(0, 1_250).Select(i => $"{i:D5}").ToArray();
        foreach (var part in rows.Chunk(100))
            (await Store.CommitAsync(Table, [.. part.Select(row => Row(row, $"\"{row}\""))], default)).ShouldBeTrue();

        var found = await AllAsync(null, null);

        found.Select(r => r.Row).ShouldBe(rows);
        found.ShouldAllBe(r => r.Json == $"\"{r.Row}\"" && r.Partition == _partition);
        (await Store.ReplaceAsync(Table, found[777] with { Json = "2" }, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Query_LargeBodies_ArePagedAndComplete()
    {
        var body = "\"" + new string('x', 300_000) + "\"";
        for (var i = 0; i < 12; i++)
            await Store.AddAsync(Table, Row($"{i:D2}", body), default);

        var found = await AllAsync("01", "11");

        found.Select(r => r.Row).ShouldBe(Enumerable.Range(1, 10).Select(i => $"{i:D2}"));
        found.ShouldAllBe(r => r.Json == body);
    }

    [Fact]
    public async Task Commit_AddsAndReplaces_AllOrNone()
    {
        var a = await Store.AddAsync(Table, Row("a", "1"), default);
        var b = await Store.AddAsync(Table, Row("b", "1"), default);

        (await Store.CommitAsync(Table, [Row("a", "2", a), Row("c", "1")], default)).ShouldBeTrue();
        (await Store.CommitAsync(Table, [Row("b", "2", b), Row("d", "1"), Row("a", "3", a)], default)).ShouldBeFalse();
        (await Store.CommitAsync(Table, [Row("b", "2", b), Row("c", "2")], default)).ShouldBeFalse();
        (await Store.CommitAsync(Table, [Row("e", "1"), Row("f", "2", b)], default)).ShouldBeFalse();

        (await AllAsync(null, null)).Select(r => (r.Row, r.Json)).ShouldBe([("a", "2"), ("b", "1"), ("c", "1")]);
    }

    [Fact]
    public async Task Commit_Nothing_IsTrue() => (await Store.CommitAsync(Table, [], default)).ShouldBeTrue();

    [Fact]
    public async Task Commit_HundredChanges_AreOneCommitAndAHundredAndOneAreRefused()
    {
        var hundred = Enumerable.Range(0, 100).Select(i => Row($"{i:D3}", "1")).ToList();

        (await Store.CommitAsync(Table, hundred, default)).ShouldBeTrue();

        (await AllAsync(null, null)).Count.ShouldBe(100);
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Table, [.. hundred, Row("100", "1")], default));
    }

    [Fact]
    public async Task Commit_TwoPartitionsOrOneRowTwice_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Table, [Row("a", "1"), new Record(_partition + "x", "b", "1")], default));
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Table, [Row("a", "1"), Row("a", "2")], default));
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Table, [Row("a", "1", "*")], default));

        (await AllAsync(null, null)).ShouldBeEmpty();
    }

    protected async Task<List<Record>> AllAsync(string? from, string? to)
    {
        var found = new List<Record>();
        await foreach (var record in Store.QueryAsync(Table, _partition, from, to, default))
            found.Add(record);
        return found;
    }

    protected async Task<string[]> RowsAsync(string? from, string? to) => [.. (await AllAsync(from, to)).Select(r => r.Row)];

    protected Record Row(string row, string json, string? etag = null) => new(_partition, row, json, etag);
}
