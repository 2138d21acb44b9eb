using System.Buffers.Binary;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>What the embedded store does when its file, its disk or its neighbours are hostile.</summary>
public sealed class SqliteErrorTests : IDisposable
{
    private readonly SqliteFile _file = new();

    [Fact]
    public async Task Reopened_AfterItWasClosed_HasEverything()
    {
        using (var store = _file.Open())
            await store.AddAsync(Tables.Inbox, new Record("default", "a", "1"), default);

        using var again = _file.Open();
        (await again.GetAsync(Tables.Inbox, "default", "a", default))!.Json.ShouldBe("1");
    }

    [Fact]
    public async Task Copied_WhileItRuns_HasEverythingThatWasAnswered()
    {
        using var store = _file.Open();
        for (var i = 0; i < 50; i++)
            await store.AddAsync(Tables.Inbox, new Record("default", $"{i:D2}", "1"), default);

        // The files as a power cut would leave them: nothing was closed, nothing checkpointed.
        using var copy = new SqliteFile();
        Directory.CreateDirectory(Path.GetDirectoryName(copy.Database)!);
        File.Copy(_file.Database, copy.Database);
        File.Copy(_file.Database + "-wal", copy.Database + "-wal");

        using var found = copy.Open();
        for (var i = 0; i < 50; i++)
            (await found.GetAsync(Tables.Inbox, "default", $"{i:D2}", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Locked_ByAnotherProgram_IsRetryableAndThenWorks()
    {
        using var store = _file.Open(o => o.BusyTimeout = TimeSpan.FromMilliseconds(50));
        using (var other = _file.Connect())
        {
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();

            var fault = await Should.ThrowAsync<VendorException>(() => store.AddAsync(Tables.Inbox, new Record("default", "a", "1"), default));
            (fault.System, fault.Code, fault.IsRetryable).ShouldBe(("store", "busy", true));
            fault.Message.ShouldContain(_file.Database);
        }

        (await store.AddAsync(Tables.Inbox, new Record("default", "a", "1"), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task DiskFull_IsToldClearly_AndWhatWasAcceptedIsKept()
    {
        var accepted = 0;
        using (var full = _file.Open(o => o.MaxPages = 60))
        {
            var fault = await Should.ThrowAsync<VendorException>(async () =>
            {
                for (; accepted < 1_000; accepted++)
                    await full.AddAsync(Tables.Inbox, new Record("default", $"{accepted:D4}", new string('x', 3_000)), default);
            });
            (fault.Code, fault.IsRetryable).ShouldBe(("full", false));
            fault.Message.ShouldContain("Free space");
            (await full.GetAsync(Tables.Inbox, "default", "0000", default)).ShouldNotBeNull();
        }

        accepted.ShouldBeGreaterThan(0);
        using var roomy = _file.Open();
        var found = new List<Record>();
        await foreach (var record in roomy.QueryAsync(Tables.Inbox, "default", null, null, default))
            found.Add(record);
        found.Count.ShouldBe(accepted);
        (await roomy.AddAsync(Tables.Inbox, new Record("default", $"{accepted:D4}", "1"), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Damaged_File_IsRefusedAtOpening()
    {
        using (var store = _file.Open())
        {
            for (var i = 0; i < 100; i++)
                await store.AddAsync(Tables.Inbox, new Record("default", $"{i}", new string('x', 3_000)), default);
        }

        await using (var file = File.OpenWrite(_file.Database))
        {
            file.Position = 4_096 * 10;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4_096 * 5).ToArray());
        }

        var fault = Should.Throw<VendorException>(() => _file.Open());
        (fault.Code, fault.IsRetryable).ShouldBe(("corrupt", false));
        fault.Message.ShouldContain(_file.Database);
        fault.Message.ShouldContain("restore the last good copy");
    }

    [Fact]
    public void NoDatabase_AtThatPath_IsRefusedAndLeftAlone()
    {
        var text = new string('n', 5_000);
        Directory.CreateDirectory(Path.GetDirectoryName(_file.Database)!);
        File.WriteAllText(_file.Database, text);

        Should.Throw<VendorException>(() => _file.Open()).Code.ShouldBe("corrupt");

        File.ReadAllText(_file.Database).ShouldBe(text);
    }

    [Fact]
    public void NewerSchema_IsRefused()
    {
        _file.Open().Dispose();
        _file.Run("PRAGMA user_version=99");

        Should.Throw<VendorException>(() => _file.Open()).Code.ShouldBe("schema");
    }

    [Fact]
    public void FolderThatIsAFile_IsRefusedNamingTheSetting()
    {
        File.WriteAllText(Path.GetDirectoryName(_file.Database)!, "");

        Should.Throw<VendorException>(() => _file.Open()).Message.ShouldContain("Sqlite:DatabasePath");
    }

    [Fact]
    public async Task Closed_Store_SaysSo()
    {
        var store = _file.Open();
        store.Dispose();
        store.Dispose();

        (await Should.ThrowAsync<VendorException>(() => store.AddAsync(Tables.Inbox, new Record("default", "a", "1"), default))).Code.ShouldBe("closed");
        (await Should.ThrowAsync<VendorException>(() => store.GetAsync(Tables.Inbox, "default", "a", default))).Code.ShouldBe("closed");
    }

    [Fact]
    public async Task TwoStores_OnOneFile_SeeEachOther()
    {
        using var one = _file.Open();
        using var two = _file.Open();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).AddAsync(Tables.Inbox, new Record("default", $"{i}", "1"), default))));

        for (var i = 0; i < 200; i++)
            (await (i % 2 == 0 ? two : one).GetAsync(Tables.Inbox, "default", $"{i}", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task ManyWriters_ShareCommits()
    {
        using var store = _file.Open(o => o.BusyTimeout = TimeSpan.FromSeconds(30));
        await store.AddAsync(Tables.Inbox, new Record("default", "first", "1"), default);
        var before = Commits();
        Task<string?>[] writes;
        using (var other = _file.Connect())
        {
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();
            writes = [.. Enumerable.Range(0, 200).Select(i => store.AddAsync(Tables.Inbox, new Record("default", $"{i}", "1"), default))];
        }

        (await Task.WhenAll(writes)).ShouldAllBe(etag => etag != null);

        // What the first takes with it, and all that queued behind it.
        (Commits() - before).ShouldBeInRange(1, 3);
    }

    // Frames of the write-ahead log that end a transaction: https://www.sqlite.org/fileformat2.html#walformat
    private int Commits()
    {
        const int header = 32;
        const int frameHeader = 24;
        using var file = new FileStream(_file.Database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var log = copy.ToArray();
        var page = BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        var commits = 0;
        for (var at = header; at + frameHeader + page <= log.Length; at += frameHeader + page)
        {
            if (BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(at + 4)) != 0)
                commits++;
        }

        return commits;
    }

    [Fact]
    public async Task Registration_BadSettings_AreAllReportedAtStart()
    {
        using var host = Build(new() { ["Sqlite:DatabasePath"] = " ", ["Sqlite:BusyTimeout"] = "-00:00:01" });

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());
        refused.Failures.ShouldBe(["Sqlite:DatabasePath must be the path of a file.", "Sqlite:BusyTimeout must be 0 to 5 minutes."]);
    }

    [Fact]
    public async Task Registration_FileThatCannotBeOpened_RefusesTheStart()
    {
        File.WriteAllText(Path.GetDirectoryName(_file.Database)!, "");
        using var host = Build(new() { ["Sqlite:DatabasePath"] = _file.Database });

        (await Should.ThrowAsync<VendorException>(() => host.StartAsync())).Code.ShouldBe("cannot-open");
    }

    [Fact]
    public async Task Registration_GoodSettings_GiveTheStore()
    {
        using var host = Build(new() { ["Sqlite:DatabasePath"] = _file.Database });
        await host.StartAsync();

        var store = host.Services.GetRequiredService<IRecordStore>();
        (await store.AddAsync(Tables.Inbox, new Record("default", "a", "1"), default)).ShouldNotBeNull();
        _file.Run("SELECT count(*) FROM records").ShouldBe(1L);
    }

    public void Dispose() => _file.Dispose();

    private static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSqliteRecords(builder.Configuration);
        return builder.Build();
    }
}
