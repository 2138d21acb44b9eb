using HelpDesk.EndToEnd.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>Data that cannot be used: one plain line, exit code 3, and the data as it was.</summary>
public sealed class BrokenDataTests
{
    [Theory]
    [InlineData("engine.db")]
    [InlineData("records.db")]
    public async Task Start_OnADamagedDatabase_SaysWhichAndLeavesItAlone(string name)
    {
        using var place = new HelpDeskPlace();
        var file = Path.Combine(place.Data, name);
        var damaged = Enumerable.Repeat((byte)'x', 8192).ToArray();
        await File.WriteAllBytesAsync(file, damaged);
        await using var process = HelpDeskProcess.Start(place, "run");

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain(file);
        process.Output.ShouldContain("is damaged");
        process.Output.ShouldNotContain("   at ");
        (await File.ReadAllBytesAsync(file)).ShouldBe(damaged);
    }

    [Theory]
    [InlineData("engine.db")]
    [InlineData("records.db")]
    public async Task Start_OnALockedDatabase_SaysWhich(string name)
    {
        using var place = new HelpDeskPlace();
        await using (var first = await HelpDeskProcess.RunAsync(place))
            await first.InterruptAsync();
        var file = Path.Combine(place.Data, name);
        await using var holder = new SqliteConnection($"Data Source={file};Pooling=false");
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;";
        await hold.ExecuteNonQueryAsync();
        await using var process = HelpDeskProcess.Start(place, "run");

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain(file);
        process.Output.ShouldContain("is locked by another program");
        process.Output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("engine.db")]
    [InlineData("records.db")]
    public async Task Start_WhereTheDatabaseCannotBeOpened_SaysWhich(string name)
    {
        using var place = new HelpDeskPlace();
        var file = Directory.CreateDirectory(Path.Combine(place.Data, name)).FullName;
        await using var process = HelpDeskProcess.Start(place, "run");

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain(file);
        process.Output.ShouldContain("cannot be opened");
        process.Output.ShouldNotContain("   at ");
    }
}
