using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>Keys and bodies of every kind, and what is refused.</summary>
public abstract class RecordTextConformance : RecordStoreConformance
{
    private const string Table = Tables.Cases;

    /// <summary>Signs around each that Table Storage forbids, the ends of the surrogate range, and what UTF-8 sorts otherwise.</summary>
    public static IReadOnlyList<string> OddKeys { get; } =
    [
        "\u0001", "\u0002", "\t", "\n", "\u001F", " ", "  ", "!", "\"", "\"0", "#", "$", "$z", "%", "%41", "%2F", "&", "'", "''", "+", "-", ".", "..", "./", "/", "/a", "0",
        ":", "<", ">", ">a", "?", "@", "A", "Z", "[", "[z", "\\", "]", "a", "a/b", "a\\b", "a#b", "a?b", "a\u0085b", "z", "~", "~z", "\u007F", "\u0080", "\u009F", "\u00A0",
        "é", "ß", "東", "\uD7FF", "\uD7FFa", "\U00010000", "🙂", "🙂🙂", "\U0010FFFF", "\uE000", "\uFFFD", "\uFFFDa", "\uFFFE", "\uFFFF",
    ];

    [Fact]
    public async Task Keys_OfEveryKind_AreKeptAndOrderedOrdinally()
    {
        foreach (var part in OddKeys.Chunk(100))
            (await Store.CommitAsync(Table, [.. part.Select(key => Row(key, "1"))], default)).ShouldBeTrue();

        var expected = OddKeys.Order(StringComparer.Ordinal).ToArray();
        (await RowsAsync(null, null)).ShouldBe(expected);
        foreach (var key in OddKeys)
            (await Store.GetAsync(Table, Partition, key, default)).ShouldNotBeNull().Row.ShouldBe(key);
        for (var i = 0; i < expected.Length; i += 7)
            (await RowsAsync(expected[i], null)).ShouldBe(expected[i..]);
        for (var i = 3; i < expected.Length; i += 7)
            (await RowsAsync(null, expected[i])).ShouldBe(expected[..i]);
    }

    [Fact]
    public async Task Keys_PrefixScanUpToTheLastUnit_FindsSurrogatesToo()
    {
        foreach (var row in new[] { "case-1", "case-東", "case-🙂", "case.", "casf" })
            await Store.AddAsync(Table, Row(row, "1"), default);

        (await RowsAsync("case-", "case-\uFFFF")).ShouldBe(["case-1", "case-東", "case-🙂"]);
    }

    [Fact]
    public async Task Partitions_OfEveryKind_AreApart()
    {
        var partitions = OddKeys.Select(key => $"{Partition}|{key}").ToArray();
        foreach (var partition in partitions)
            (await Store.AddAsync(Table, new Record(partition, "row", $"\"{partition.Length}\""), default)).ShouldNotBeNull();

        foreach (var partition in partitions)
        {
            var found = new List<Record>();
            await foreach (var record in Store.QueryAsync(Table, partition, null, null, default))
                found.Add(record);
            found.ShouldHaveSingleItem().Partition.ShouldBe(partition);
        }
    }

    [Fact]
    public async Task Keys_AsLongAsAllowed_AreKept()
    {
        var longest = new[] { new string('a', 400), new string('東', 300) + new string('/', 100), new string('a', 300) + string.Concat(Enumerable.Repeat("🙂", 50)) };
        foreach (var key in longest)
        {
            (await Store.AddAsync(Table, new Record($"{Partition[..40]}{key[40..]}", key, "1"), default)).ShouldNotBeNull();
            (await Store.GetAsync(Table, $"{Partition[..40]}{key[40..]}", key, default)).ShouldNotBeNull();
        }
    }

    public static TheoryData<string> RefusedKeys => new(
        "", "a\0b", "a\uD83D", "\uDE42a", "\uDE42\uD83D", new string('a', 401), new string('/', 101), string.Concat(Enumerable.Repeat("🙂", 51)));

    [Theory]
    [MemberData(nameof(RefusedKeys), DisableDiscoveryEnumeration = true)]
    public async Task Keys_ThatAreNoText_AreRefused(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync(Table, Row(key, "1"), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync(Table, new Record(key, "a", "1"), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(Table, Partition, key, default));
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Table, [Row(key, "1")], default));

        (await AllAsync(null, null)).ShouldBeEmpty();
    }

    public static TheoryData<string> RefusedBodies => new("", "\"a\0b\"", "\"\uD83D\"", "\"\uDE42\uD83D\"");

    [Theory]
    [MemberData(nameof(RefusedBodies), DisableDiscoveryEnumeration = true)]
    public async Task Bodies_ThatAreNoText_AreRefused(string json) =>
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync(Table, Row("a", json), default));

    [Fact]
    public async Task Tables_Unknown_AreRefused() =>
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync("nosuchtable", Row("a", "1"), default));

    [Theory]
    [InlineData('x', 900 * 1024)]
    [InlineData('"', 400 * 1024)]
    [InlineData('ü', 450 * 1024)]
    [InlineData('東', 300 * 1024)]
    [InlineData('x', 32_000)]
    [InlineData('東', 32_001)]
    public async Task Bodies_UpTo900KiB_AreKept(char filling, int count)
    {
        var json = new string(filling, count);
        var etag = await Store.AddAsync(Table, Row("a", "1"), default);

        (await Store.ReplaceAsync(Table, Row("a", json, etag), default)).ShouldNotBeNull();
        (await Store.AddAsync(Table, Row("b", json), default)).ShouldNotBeNull();

        var found = await AllAsync(null, null);
        found.Count.ShouldBe(2);
        found.ShouldAllBe(record => record.Json == json);
    }

    [Fact]
    public async Task Bodies_OfNoiseUpTo900KiB_AreKept()
    {
        // Printable noise is about the hardest text to make smaller.
        var noise = new Random(7);
        var json = string.Create(900 * 1024, noise, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)random.Next(' ', '\u007F');
        });
        await Store.AddAsync(Table, Row("a", json), default);

        (await Store.GetAsync(Table, Partition, "a", default))!.Json.ShouldBe(json);
    }

    [Fact]
    public async Task Bodies_OfSurrogatesAcrossEveryBoundary_AreKept()
    {
        var json = "x" + string.Concat(Enumerable.Repeat("🙂", 225_000));
        await Store.AddAsync(Table, Row("a", json), default);

        (await Store.GetAsync(Table, Partition, "a", default))!.Json.ShouldBe(json);
    }

    [Fact]
    public async Task Bodies_LargeThenSmall_LeaveNothingBehind()
    {
        var etag = await Store.AddAsync(Table, Row("a", new string('x', 500_000)), default);
        await Store.ReplaceAsync(Table, Row("a", "small", etag), default);

        (await Store.GetAsync(Table, Partition, "a", default))!.Json.ShouldBe("small");
    }

    [Fact]
    public async Task Bodies_TooLarge_AreRefused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync(Table, Row("a", new string('x', (900 * 1024) + 1)), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.AddAsync(Table, Row("a", new string('東', (300 * 1024) + 1)), default));
        await Should.ThrowAsync<ArgumentException>(
            () => Store.CommitAsync(Table, [.. Enumerable.Range(0, 3).Select(i => Row($"{i}", new string('x', 900 * 1024)))], default));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('東')]
    public async Task Commit_OfTheLargestSum_IsWritten(char filling)
    {
        var each = RecordLimits.MaxCommitBytes / 100 / System.Text.Encoding.UTF8.GetByteCount([filling]);

        (await Store.CommitAsync(Table, [.. Enumerable.Range(0, 100).Select(i => Row($"{i:D3}", new string(filling, each)))], default)).ShouldBeTrue();

        (await AllAsync(null, null)).Count.ShouldBe(100);
    }
}
